"""What is said and written at meetings that were never held."""

from random import Random

from samsyn.exchange.made_up.themes import Theme

_TOPICS = (
    "Rapport från {focus}",
    "Elevhälsans iakttagelser",
    "Polisens bild av helgen",
    "Planering av föräldramöten",
    "Remiss om {theme}",
    "Utbildning för personalen",
    "Samtal med barn om {focus}",
    "Ny rutin för överlämning",
    "Resultat av elevenkäten",
    "Budget för gemensamma aktiviteter",
    "Fritidsgårdarnas öppettider",
    "Besök från en annan kommun",
    "Förslag om {theme}",
    "Inför skollovet",
    "Fältgruppens arbete",
    "Hur vi når vårdnadshavare",
    "Orosanmälningar, antal och mönster",
    "Bemanning och vakanser",
    "Trygghetsvandring",
    "Statistik om {theme}",
)
_SENTENCES = (
    "Läget är lugnare än vid förra mötet, men det skiljer sig mellan områdena.",
    "Skolan har märkt att fler är borta på måndagar och vill förstå varför.",
    "Socialtjänsten berättar att kön till öppenvården är sex veckor.",
    "Fritidsgården har haft fler besökare än väntat och behöver fler vuxna på plats.",
    "Polisen ser ett mönster kring busstorget på kvällarna och ber om hjälp att nå vårdnadshavare.",
    "Elevhälsan föreslår att frågan tas upp med rektorerna redan i augusti.",
    "Det är oklart vem som äger frågan, och det behöver bestämmas före nästa möte.",
    "Arbetet med {theme} går enligt plan.",
    "Gruppen är överens om att {focus} behöver följas tätare.",
    "Två av tre skolor har kommit i gång, den tredje väntar på personal.",
    "Vårdnadshavarna har fått information på flera språk.",
    "En enkät skickas ut och svaren gås igenom tillsammans.",
    "Biblioteket erbjuder en lokal och någon som kan hålla i kvällen.",
    "Erfarenheten från i fjol är att det måste planeras tidigare.",
    "Kostnaden ryms i årets ram om den delas mellan förvaltningarna.",
    "Räddningstjänsten har plats för två studiebesök per termin.",
    "Det som beslutades i våras är gjort, utom uppföljningen.",
    "Regionen kan inte delta före årsskiftet men lämnar underlag skriftligt.",
    "Flera påpekar att samma fråga diskuteras i ett annat forum.",
    "Ingen har hört av sig om det nya arbetssättet, vilket kan vara både bra och dåligt.",
    "Sammankallande tar med frågan till ledningsgruppen.",
    "Underlaget skickas ut en vecka före nästa möte.",
)
_DECISIONS = (
    "Gruppen inför en gemensam mall för {focus} från och med nästa termin.",
    "En arbetsgrupp tillsätts och återkommer med förslag.",
    "Frågan om {theme} förs vidare till styrgruppen.",
    "Mötena hålls på distans varannan gång.",
    "Föräldrakvällen genomförs i oktober.",
    "Lägesbilden delas med skolorna samma vecka.",
    "Rutinen gäller tills vidare och ses över efter ett år.",
)
_TASKS = (
    "Ta fram ett förslag till rutin för {focus}.",
    "Bjuda in barnmottagningen till nästa möte.",
    "Sammanställa svaren på enkäten.",
    "Kontakta rektorerna om {focus}.",
    "Boka lokal och bjuda in till föräldrakvällen.",
    "Redovisa statistik om {theme}.",
    "Stämma av med socialtjänsten hur överlämningen fungerar.",
    "Beskriva vem som gör vad när någon är borta länge.",
    "Uppdatera kontaktlistan.",
    "Skriva ett underlag till ledningsgruppen.",
)
_REASONS = (
    "Frågan har kommit upp vid flera möten.",
    "Ingen har haft den på sitt bord.",
    "Överenskommelsen kräver det.",
    "Skolorna har bett om det.",
)
_RESULTS = (
    "Gjort och redovisat för gruppen.",
    "Förslaget är skickat till deltagarna och används sedan dess.",
    "Kontakten är tagen. De kommer till nästa möte.",
    "Sammanställningen visade att rutinen inte var känd. Den har tagits upp på alla skolor.",
    "Det blev en annan lösning: förvaltningen tar det i sin egen planering.",
    "Tiden räckte inte, och behovet finns inte längre.",
)
_DELAYS = (
    "Den som skulle göra det har slutat.",
    "Underlaget kom sent.",
    "Flera var sjuka.",
    "Annat har gått före.",
)
_WHY_NOT = ("För få kunde komma.", "Sammankallande var sjuk.", "Det fanns inga frågor att ta upp.")
_AFTERWARDS = (
    "Alla kom till tals.",
    "Vi hann inte med de sista punkterna.",
    "Underlaget behöver skickas ut tidigare.",
    "Tydligt vem som gör vad.",
    "För många rapporter och för lite samtal.",
)
_PLACES = ("Stadshuset", "Kulturhuset", "Biblioteket", "Polishuset", "Folkets hus", "")


def topic(random: Random, theme: Theme) -> str:
    return _said(random, _TOPICS, theme)


def notes(random: Random, theme: Theme, sentences: int) -> str:
    """So many different sentences, in paragraphs; there are a score to choose among."""
    told = [_filled(each, theme) for each in random.sample(_SENTENCES, sentences)]
    return "\n\n".join(" ".join(told[n : n + 5]) for n in range(0, len(told), 5))


def decision(random: Random, theme: Theme) -> str:
    return _said(random, _DECISIONS, theme)


def task(random: Random, theme: Theme) -> str:
    return _said(random, _TASKS, theme)


def reason(random: Random) -> str:
    return random.choice(_REASONS)


def result(random: Random) -> str:
    return random.choice(_RESULTS)


def delay(random: Random) -> str:
    return random.choice(_DELAYS)


def why_not(random: Random) -> str:
    return random.choice(_WHY_NOT)


def afterwards(random: Random) -> str:
    return random.choice(_AFTERWARDS)


def place(random: Random) -> str:
    return random.choice(_PLACES)


def _said(random: Random, sentences: tuple[str, ...], theme: Theme) -> str:
    return _filled(random.choice(sentences), theme)


def _filled(sentence: str, theme: Theme) -> str:
    return sentence.format(theme=theme.name, focus=theme.focus[0].lower())
