from django.urls import path

from samsyn.forums.web import (
    agenda,
    attendance,
    dispatching,
    follow_ups,
    follow_ups_edit,
    meeting_edit,
    meetings,
    minutes,
    notes,
    summoning,
)

_FORUM = "forum/<uuid:pk>/"
_MEETING = "moten/<uuid:pk>/"
_ITEM = "punkter/<uuid:pk>/"
_ASKED = "kallade/<uuid:pk>/"
_MINUTES = "anteckningar/<uuid:pk>/"
_FOLLOW_UP = "uppfoljningar/<uuid:pk>/"

urlpatterns = [
    *meeting_edit.PLAN.urls(f"{_FORUM}nytt-mote/", "plan-meeting"),
    *follow_ups_edit.ADD.urls(f"{_FORUM}ny-uppfoljning/", "follow-up-in-forum"),
    path(f"{_FORUM}anteckningar/", minutes.minute_book, name="minute-book"),
    path("moten/", meetings.meetings, name="meetings"),
    path(_MEETING, meetings.meeting, name="meeting"),
    path(f"{_MEETING}nytt/", meetings.watch, name="watch-meeting"),
    path(f"{_MEETING}underlag/", meetings.pack, name="pack"),
    path(f"{_MEETING}underlag/skicka/", dispatching.send_pack, name="send-pack"),
    *meeting_edit.CHANGE.urls(f"{_MEETING}andra/", "change-meeting"),
    *meeting_edit.CANCEL.urls(f"{_MEETING}stall-in/", "cancel-meeting"),
    *meeting_edit.MISS.urls(f"{_MEETING}blev-inte-av/", "miss-meeting"),
    path(f"{_MEETING}kalla/", summoning.summon, name="summon"),
    path(f"{_MEETING}hall/", meeting_edit.hold, name="hold-meeting"),
    *meeting_edit.REFLECT.urls(f"{_MEETING}sa-gick-det/", "reflect"),
    path(f"{_MEETING}kalla-platser/", meeting_edit.ask_by_seats, name="ask-by-seats"),
    *meeting_edit.ASK_GUEST.urls(f"{_MEETING}ny-gast/", "ask-guest"),
    *agenda.ADD.urls(f"{_MEETING}ny-punkt/", "add-item"),
    *agenda.PROPOSE.urls(f"{_MEETING}foresla/", "propose-item"),
    *notes.DECIDE.urls(f"{_MEETING}nytt-beslut/", "decide"),
    path(f"{_MEETING}andra-beslut/", notes.change_decision, name="change-decision"),
    path(f"{_MEETING}ny-uppfoljning/", follow_ups_edit.show, name="follow-up-at-meeting"),
    path(
        f"{_MEETING}ny-uppfoljning/spara/",
        follow_ups_edit.save,
        name="follow-up-at-meeting-save",
    ),
    *minutes.MAKE.urls(f"{_MEETING}fardigstall/", "make-minutes"),
    *dispatching.DISPATCH.urls(f"{_MEETING}skicka-anteckningar/", "dispatch"),
    path(f"{_MEETING}ta-tillbaka/", minutes.take_back, name="take-back-minutes"),
    *agenda.CHANGE.urls(f"{_ITEM}andra/", "change-item"),
    *agenda.MOVE.urls(f"{_ITEM}flytta/", "move-item"),
    path(f"{_ITEM}upp/", agenda.shift_up, name="shift-item-up"),
    path(f"{_ITEM}ner/", agenda.shift_down, name="shift-item-down"),
    path(f"{_ITEM}ta-bort/", agenda.remove, name="remove-item"),
    path(f"{_ITEM}behandlad/", agenda.treat, name="treat-item"),
    path(f"{_ITEM}oppna/", agenda.reopen, name="reopen-item"),
    path(f"{_ITEM}bordlagg/", agenda.postpone, name="postpone-item"),
    path(f"{_ITEM}anteckna/", notes.write_notes, name="write-notes"),
    path(f"{_ASKED}bidra/", attendance.contribution, name="contribution"),
    path(f"{_ASKED}bidra/spara/", attendance.contribute, name="contribute"),
    path(f"{_ASKED}utkast/", attendance.save_draft, name="save-draft"),
    path(f"{_ASKED}svara/", attendance.answer, name="answer"),
    path(f"{_ASKED}narvaro/", attendance.note, name="note-attendance"),
    path(_MINUTES, minutes.minutes, name="minutes"),
    *minutes.CORRECT.urls(f"{_MINUTES}ratta/", "correct-minutes"),
    path("justeringar/<uuid:pk>/justera/", minutes.approve, name="approve-minutes"),
    path("uppfoljningar/", follow_ups.follow_ups, name="follow-ups"),
    path(_FOLLOW_UP, follow_ups.follow_up, name="follow-up"),
    *follow_ups_edit.CLOSE.urls(f"{_FOLLOW_UP}avsluta/", "close-follow-up"),
    *follow_ups_edit.GIVE_NEW_DAY.urls(f"{_FOLLOW_UP}ny-dag/", "give-new-day"),
    *follow_ups_edit.GIVE_NEW_OWNER.urls(f"{_FOLLOW_UP}ny-agare/", "give-new-owner"),
]
