from django.urls import path

from samsyn.forums.web import materials, materials_edit, surveys, surveys_edit

_FORUM = "forum/<uuid:pk>/"
_MATERIAL = "material/<uuid:pk>/"
_SURVEY = "utvarderingar/<uuid:pk>/"

urlpatterns = [
    path(f"{_FORUM}utvarderingar/", surveys.surveys, name="surveys"),
    *surveys_edit.MAKE.urls(f"{_FORUM}utvarderingar/ny/", "make-survey"),
    path("moten/<uuid:pk>/utvardera/", surveys_edit.evaluate_meeting, name="evaluate-meeting"),
    path(_SURVEY, surveys.survey, name="survey"),
    *surveys_edit.CHANGE.urls(f"{_SURVEY}andra/", "change-survey"),
    path(f"{_SURVEY}stang/", surveys_edit.close, name="close-survey"),
    path(f"{_SURVEY}svara/", surveys_edit.answer, name="answer-survey"),
    path(f"{_SURVEY}svara/spara/", surveys_edit.reply, name="reply-to-survey"),
    path(f"{_FORUM}material/", materials.materials, name="materials"),
    *materials_edit.ADD.urls(f"{_FORUM}material/nytt/", "add-material"),
    path(_MATERIAL, materials.material, name="material"),
    *materials_edit.CHANGE.urls(f"{_MATERIAL}andra/", "change-material"),
    *materials_edit.RENEW.urls(f"{_MATERIAL}ny-version/", "add-version"),
    *materials_edit.RETIRE.urls(f"{_MATERIAL}ta-ur-bruk/", "retire-material"),
    path("material/versioner/<uuid:pk>/hamta/", materials.download, name="material-file"),
]
