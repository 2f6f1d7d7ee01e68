"""What the sources name, in their own words, and what it is called in the file."""

import pytest

from tests.examples import collaboration_files as written

ALINGSAS = """
Kommunfullmäktige = Kommunfullmäktige
kommunstyrelsen = Kommunstyrelsen
Socialnämnden = Socialnämnden
Barn- och ungdomsnämnden = Barn- och ungdomsnämnden
barn- och utbildningsnämnden = Barn- och ungdomsnämnden
Kultur och utbildningsnämnden = Kultur- och utbildningsnämnden
kultur- och utbildningsnämnden = Kultur- och utbildningsnämnden
Socialförvaltningen = Socialförvaltningen
barn- och ungdomsförvaltningen = Barn- och ungdomsförvaltningen
Kultur- och utbildningsförvaltningen = Kultur- och utbildningsförvaltningen
Barn och ungdoms- samverkan (BUS) = Barn- och ungdomssamverkan
BUS styrgrupp = BUS styrgrupp
BUS presidium = BUS presidium
BUS ledningsgrupp = BUS ledningsgrupp
BUS arbetsgrupp = BUS arbetsgrupp
SAMLA = SAMLA
närvårdssamverkan = SAMLA
behandlingsenheten = Behandlingsenheten
Skolsocialt team = Skolsocialt team
Skolsocialt arbete = Skolsocialt team
elevhälsans = Elevhälsan
socialtjänsten = Socialtjänsten
fritidsverksamheten = Fritidsverksamheten
fritidsgårdsverksamhet i Norra kommundelen = Fritidsgårdsverksamheten i Norra kommundelen
kommunens fältassistenter = Fältassistenterna
Mini-Maria = Mini-Maria
Ungdomsmottagningen = Ungdomsmottagningen
Familjens hus i Sollebrunn = Familjens hus i Sollebrunn
Familjecentralsliknande verksamhet = Familjecentralsliknande verksamhet
öppen förskola = Öppna förskolan i Sollebrunn
skolan = Skolan
förskola = Förskolan
grundskola = Grundskolan
gymnasieskolans = Gymnasieskolan
folkhälsoarbetet = Folkhälsoarbetet
polisen = Polismyndigheten
räddningstjänsten = Räddningstjänsten
hälso- och sjukvård = Hälso- och sjukvården
hälso-sjukvård = Hälso- och sjukvården
primärvård/sjukvård = Primärvården
Norra kommundelen = Norra kommundelen
Alingsås norra kommundel = Norra kommundelen
Bjärke = Bjärke
Sollebrunn = Sollebrunn
centralorten = Centralorten
ordförande = Ordförande
vice ordförande = Vice ordförande
förvaltningschefer = Förvaltningschef
enhetscheferna = Enhetschef
Folkhälsostrateg = Folkhälsostrateg
halvtidssamordnare = Samordnare för det våldsförebyggande arbetet
familjebehandlare = Familjebehandlare
skolsocionomer = Skolsocionom
skolpsykologer = Skolpsykolog
fyra socialpedagoger = Socialpedagog
socionomer = Socionom
lärare = Lärare
behandlare från socialförvaltningen = Behandlare
"""

TYRESO = """
Tyresö kommun = Tyresö kommun
kommunfullmäktige = Kommunfullmäktige
Revisorerna = Revisorerna
kommunledningen = Kommunledningen
barn- och utbildningsnämnden = Barn- och utbildningsnämnden
arbetsmarknads- och socialnämnden = Arbetsmarknads- och socialnämnden
kultur- och fritidsnämnden = Kultur- och fritidsnämnden
kommunstyrelseförvaltningen = Kommunstyrelseförvaltningen
Barn- och utbildningsförvaltningen = Barn- och utbildningsförvaltningen
Arbetsmarknads- och socialförvaltningen = Arbetsmarknads- och socialförvaltningen
Kultur- och fritidsförvaltningen = Kultur- och fritidsförvaltningen
Fritidsförvaltningen = Kultur- och fritidsförvaltningen
socialtjänsten = Socialtjänsten
mottagningsgruppen = Mottagningsgruppen
barn- och ungdomsenheten = Barn- och ungdomsenheten
resursenheten = Resursenheten
mobila teamet = Mobila teamet
MiniMaria = MiniMaria
Minimaria = MiniMaria
vuxenenheten = Vuxenenheten
individ- och familjeomsorg = Individ- och familjeomsorgen
arbetsmarknad och stadsbyggnadskontoret = Arbetsmarknad
stadsbyggnadskontoret = Stadsbyggnadskontoret
centrala elevhälsan = Centrala elevhälsan
elevhälsa, = Elevhälsan
skolan = Skolan
förskolan = Förskolan
grundskolans = Grundskolan
gymnasieskola = Gymnasieskolan
fritidsverksamheten = Fritidsverksamheten
fritidsgårdarna = Fritidsgårdarna
kulturverksamheterna = Kulturverksamheterna
Ungdomsmottagningen = Ungdomsmottagningen
öppna förskolan = Öppna förskolan
lärstudio Pusselbiten = Lärstudio Pusselbiten
allaktivitetslokal = Allaktivitetslokalen
God och nära vård = God och nära vård
Kommunikationsenheten = Kommunikationsenheten
Kommunpolis = Kommunpolis
Räddningstjänst = Räddningstjänsten
Ambulans = Ambulans
Väktare = Väktare
Tyresö församling = Tyresö församling
Trafik och avfallsplanering = Trafik och avfallsplanering
Bussbolag = Bussbolag
Tyresö bostäder = Tyresö bostäder
bostadsbolaget = Tyresö bostäder
Region Stockholm = Region Stockholm
habiliteringen = Habiliteringen
Prima barnpsykiatri = Prima barnpsykiatri
barnmottagningen = Barnmottagningen
Barncentrum = Barncentrum
polismyndigheten = Polismyndigheten
Nacka lokalpolisområde = Nacka lokalpolisområde
Nackapolisen = Nacka lokalpolisområde
Länsstyrelsen = Länsstyrelsen
Socialstyrelsens = Socialstyrelsen
kommunerna Nacka, Värmdö = Nacka kommun
kommunerna Nacka, Värmdö = Värmdö kommun
kommunerna i Stockholms län = Kommunerna i Stockholms län
fristående skolorna = Fristående skolor
kyrkan = Kyrkan
lokala föreningslivet = Det lokala föreningslivet
fyra olika föreningar = Föreningarna som trygghetsvandrar
idrottsföreningar = Idrottsföreningar
Scouterna = Scouterna
Idrott utan gränser = Idrott utan gränser
Futbol Espanyol = Futbol Espanyol
Sisus rörelsesatsning = Sisu
Tyresö utlands och fredsförening = Tyresö utlands och fredsförening
Hyresgästföreningen = Hyresgästföreningen
BUSSAM = BUSSAM
lokal BUS-grupp = Lokala BUS-gruppen
Ett tryggare Granängsringen = Ett tryggare Granängsringen
styrgruppen = Styrgruppen för Ett tryggare Granängsringen
arbetsgruppen = Arbetsgruppen för Ett tryggare Granängsringen
bostadsområdet Granängsringen = Granängsringen
Brottsförebyggande strateg = Brottsförebyggande strateg
Pedagogisk verksamhetschef på centrala elevhälsan = Pedagogisk verksamhetschef
Enhetschef barn- och ungdomsenheten = Enhetschef
Enhetschef resursenheten = Enhetschef
Fritidsgårdschef = Fritidsgårdschef
Chef för fritidsgårdarna = Fritidsgårdschef
Förvaltningschef Barn- och utbildningsförvaltningen = Förvaltningschef
förvaltningschef för arbetsmarknads- och socialförvaltningen = Förvaltningschef
Gruppledare mottagning = Gruppledare
kommundirektören = Kommundirektör
skolchef grundskola = Skolchef
grundskolechefen = Skolchef
chef för centrala elevhälsan = Chef
rektorer = Rektor
VD för bostadsbolaget = VD
resurssamordnare = Resurssamordnare
SIP- samordnare = SIP-samordnare
fältassistenter = Fältassistent
fältare = Fältassistent
familjebehandlare = Familjebehandlare
uppsökande fritidsledare = Uppsökande fritidsledare
socialsekreterare = Socialsekreterare
fast socialsekreterare = Fast socialsekreterare i Ungdomsutsättning
Verksamhetsrevisor = Verksamhetsrevisor
"""

NAMED = {
    place: [tuple(line.split(" = ")) for line in told.strip().splitlines()]
    for place, told in (("alingsas", ALINGSAS), ("tyreso", TYRESO))
}


@pytest.mark.parametrize("place", written.PLACES)
def test_all_that_the_sources_name_is_in_the_file(place: str) -> None:
    missing = {name for _, name in NAMED[place]} - written.names(place)

    assert missing == set()


@pytest.mark.parametrize("place", written.PLACES)
def test_nothing_but_areas_and_seats_is_in_the_file_that_they_do_not_name(place: str) -> None:
    bodies = written.section(place, "bodies").items()
    found = {body["name"] for key, body in bodies if key != "bus-sekretariatet"}

    assert found - {name for _, name in NAMED[place]} == set()


@pytest.mark.skipif(not written.SEEDS.is_dir(), reason="the sources are not here")
@pytest.mark.parametrize("place", written.PLACES)
def test_the_list_holds_the_words_of_the_sources(place: str) -> None:
    texts = [written.seed(number) for number in written.QUOTED_FROM[place].values()]
    unheard = [word for word, _ in NAMED[place] if not any(word in text for text in texts)]

    assert unheard == []
