"""Categories of goods that no lexicon lists: a technical noun with what narrows it, as "pump lasers" or "fibre couplers"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from ingest.homographs import S_FORMS
from ingest.reading import Found, mention_at, reading_of

GOODS = frozenset(
    (
        "laser module cell amplifier coupler cable card sensor film substrate wafer battery transistor diode inverter "
        "converter resistor capacitor "
        "inductor magnet motor turbine transformer antenna receiver transmitter transceiver connector relay switch "
        "router modem server rack "
        "accelerator processor microcontroller microprocessor chipset semiconductor memory chiplet interposer "
        "leadframe lead-frame board circuit panel display screen "
        "lens mirror optic camera lidar radar drone missile satellite robot actuator pump valve compressor cryostat "
        "refrigerator chiller furnace reactor "
        "etcher stepper scanner deposition-tool bonder tester prober handler cutter saw grinder polisher crystal "
        "ingot boule target slurry resist "
        "photoresist photomask mask pellicle reticle adhesive resin solvent coating paste solder underfill filler "
        "glass fibre fiber yarn foil "
        "electrolyte separator cathode anode electrode membrane catalyst alloy powder oxide fluoride carbide nitride "
        "arsenide phosphide polysilicon "
        "gas chemical precursor reagent vaccine drug engine gearbox bearing brake chassis airframe truck smartphone "
        "handset laptop tablet console "
        "headset charger meter thermostat controller regulator oscillator filter resonator gyroscope accelerometer codec "
        "imager detector amplifier "
        "drive harness axle bearing seal casting housing tower blade nacelle spring tubing vial rotor stator coil winding lamination "
        "spectrometer microscope gripper conveyor crane boiler trailer tractor excavator locomotive tram bus helicopter propeller "
        "turbopump fuse breaker insulator busbar flange hose tyre tire belt filament pigment enzyme fertiliser "
        "fertilizer pesticide billet pellet interferometer "
        "stripper computer software firmware compiler toolkit middleware emulator simulator mould die stamper gauge "
        "probe socket carrier pod cassette disc epilayer concentrate ore chuck heater debonder cloth"
    ).split()
)
"""Head nouns, in the singular."""
STUFF = frozenset(
    (
        "resin solvent gas chemical precursor slurry powder oxide fluoride carbide nitride arsenide phosphide polysilicon ingot alloy foil "
        "metal carbonate electrolyte cloth glass fibre fiber photoresist resist adhesive paste solder catalyst crystal "
        "concentrate ore epilayer"
    ).split()
)
COMPOUNDS = frozenset(
    (
        "system unit equipment plate pack driver ic ics set assembly component device instrument sheet tube rod stack array rail chip "
        "source layer core blank metal carbonate machine tool kit loom mosfet igbt press shelf package"
    ).split()
)
"""Head nouns that name a kind of goods only with a noun before them: "coolant distribution unit"."""
VAGUE = frozenset(
    (
        "gas glass engine screen display board software computer memory filter brake tower truck satellite missile card server processor"
    ).split()
)
"""Goods that a bare word of them seldom is: "the brakes on growth"."""
DEALING = frozenset(
    "buy sell order supply ship import export make produce manufacture purchase source obtain procure get need deliver provide".split()
)
STORED = frozenset("week month day stock stockpile inventory shipment supply delivery order".split())
PARTS = frozenset("half third thirds quarter quarters fifth tenth most all many".split())
_COMPOUND = re.compile(
    r"(?:mono|di|tri|tetra|penta|hexa)?(?:chlor|ox|fluor|nitr|carb|sulph|sulf|hydrox|phosph|arsen|brom|iod|selen|tellur|hydr|tungst|titan|carbon)"
    r"(?:ides?|ates?|ites?)|sponge|sand|powder|concentrate|metal"
)
"""What makes another material of one: "hafnium sponge", "zirconium tetrachloride"."""
GRADES = frozenset("synthetic flake sintered metallurgical".split())
GRADED = frozenset("grade purity zone".split())
"""What ends the name of a grade: "high-purity"."""
TECHNICAL = frozenset(
    (
        "ceramic programmable analog analogue digital neural photonic optical automotive discrete wireless cryogenic epitaxial ultrasonic"
    ).split()
)
"""Adjectives that make a kind of goods of such a noun."""
AID = frozenset(
    "aid rescue sanctions stimulus pay support incentive subsidy reform measures spending relief investment funding policy".split()
)
"""What a package is of that is no goods."""
AIMS = frozenset("price sales profit growth revenue production output emissions climate inflation deficit earnings".split())
"""What a target is of that is no goods."""
NO_THINGS = frozenset([("sheet", "balance"), ("engine", "search"), ("machine", "war")])
RAYS = frozenset("light ion power plasma laser radiation implantation beam photon neutron electron x-ray sputter evaporation".split())
"""What comes from a source that is goods, unlike that of news or money."""
BARE = frozenset(
    (
        "magnet substrate capacitor reactor microcontroller photoresist polysilicon inverter transistor diode resistor inductor "
        "transformer photomask interposer leadframe microprocessor chiplet etcher debonder anode cathode electrolyte"
    ).split()
)
"""Goods that are a category without a word before them."""
PREFIXES = tuple(
    "cryo turbo micro nano photo electro bio super ultra thermo piezo opto gyro hydro servo tele ferro magneto poly mini".split()
)
"""What makes a kind of goods of such a noun without another word."""
_PLAIN = frozenset(
    (
        "new old first second third last next other such more most many few several own big large small great good "
        "better main key major cheap "
        "cheaper rival foreign domestic local global finished similar different existing additional further critical "
        "essential important latest "
        "same whole entire advanced modern certain various own imported made total high low annual monthly top single whole sole "
        "sufficient enough only ordinary qualified spare extra scarce available defective unsold remaining"
    ).split()
)
"""Adjectives that narrow nothing."""
PROCESSES = frozenset(
    "etching moulding molding polishing bonding cleaning coating plating sputtering dicing charging doping annealing".split()
)
"""Gerunds that narrow goods whatever the parse takes them for: "makes etching gases"."""


@Language.component("wares")
def wares(doc: Doc) -> Doc:
    """Adds categories of goods to the mentions; a bare head noun later in the document stands for one named in full before."""
    reading = reading_of(doc)
    if reading.given or not doc.has_annotation("DEP"):
        return doc
    headings = {i for part in reading.parts if part.role in ("heading", "label") for i in range(part.start, part.end)}
    named: dict[str, Found] = {}
    added: list[Found] = []
    for token in doc:
        if token.i in headings or not _is_good(token):
            continue
        start = min([token.i, *_modifiers(token)])
        key = token.lemma_.lower()
        if key in COMPOUNDS and not any(one.pos_ in ("NOUN", "PROPN") or one.lower_ in TECHNICAL for one in doc[start : token.i]):
            continue
        if (key == "source" and doc[token.i - 1].lemma_.lower() not in RAYS) or _is_no_thing(token):
            continue
        covering = mention_at(doc, token.i)
        if covering is not None and covering.start <= start:
            continue
        if start < token.i:
            found = Found(start, token.i + 1, "Material" if key in STUFF else "Product", "phrase", name=_name(doc, start, token))
            named[key] = found
        elif key in named and token.dep_ not in ("compound", "nmod"):
            found = Found(token.i, token.i + 1, named[key].label, "phrase", name=named[key].name, kind="nominal")
        elif key in BARE or _is_prefixed(key) or (key in GOODS and key not in VAGUE and _is_traded(token)):
            found = Found(token.i, token.i + 1, "Material" if key in STUFF else "Product", "phrase", name=token.lemma_.lower())
        else:
            continue
        added.append(found)
    for one in reading.mentions:
        if one.label == "Material" and one.kind == "name" and one.source == "lexicon":
            one.start = _graded(doc, one.start)
            if one.end < len(doc) and _COMPOUND.fullmatch(doc[one.end].lower_) and doc[one.end].pos_ in ("NOUN", "PROPN"):
                one.end, one.entity, one.name, one.source = one.end + 1, "", "", "phrase"  # "germanium tetrachloride" is another
    inside = [one for one in reading.mentions if any(new.start <= one.start and one.end <= new.end and new is not one for new in added)]
    dropped = {id(one) for one in inside if one.label in ("Product", "Chip", "Material")}
    reading.mentions = sorted([*(one for one in reading.mentions if id(one) not in dropped), *added], key=lambda one: (one.start, -one.end))
    return doc


@lru_cache(maxsize=10_000)
def _is_known(noun: str) -> bool:
    return noun in GOODS or noun in COMPOUNDS or _is_prefixed(noun)


def _is_prefixed(noun: str) -> bool:
    """ "cryopump", "photodetector"."""
    return any(noun.startswith(prefix) and noun[len(prefix) :].lstrip("-") in GOODS for prefix in PREFIXES)


def _is_good(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or not _is_known(token.lemma_.lower()) or token.text[0].isupper() and not token.is_sent_start:
        return False
    covering = mention_at(token.doc, token.i)
    if covering is not None and not (covering.label == "Product" and covering.end == token.i + 1 and covering.kind == "name"):
        return False
    return token.dep_ not in ("compound", "nmod") or token.head.lemma_.lower() not in GOODS


def _graded(doc: Doc, start: int) -> int:
    """Where the name of a material begins with its grade: "high-purity graphite", "acid-grade fluorspar", "synthetic quartz"."""
    if start and doc[start - 1].lower_ in GRADES and doc[start - 1].is_lower:
        return start - 1
    hyphened = start > 2 and doc[start - 1].lower_ in GRADED and doc[start - 2].text == "-" and not doc[start - 3].whitespace_
    return start - 3 if hyphened else start


def _is_counted(token: Token) -> bool:
    """ "2,300 servers" is a quantity."""
    return any(one.type == "QUANTITY" and one.start <= token.idx < one.end for one in reading_of(token.doc).figures)


def _is_traded(token: Token) -> bool:
    """Whether a bare noun is what is bought, sold, made or held: "gets its lasers from", "five weeks of resist", "90% of its film"."""
    if (token.tag_ != "NNS" and token.lemma_.lower() not in STUFF) or _is_counted(token):
        return False
    if any(child.dep_ not in ("det", "poss", "case") for child in token.lefts):
        return False
    head = token.head
    if token.dep_ in ("dobj", "nsubjpass"):
        return head.lemma_ in DEALING
    if token.dep_ != "pobj":
        return False
    if head.lower_ == "with":
        return head.head.lemma_ in ("supply", "provide", "furnish")
    whole = head.head
    parts = whole.lemma_.lower() in STORED or whole.lemma_ in ("%", "percent", "cent") or whole.lower_ in PARTS
    return head.lower_ == "of" and parts


def _is_no_thing(token: Token) -> bool:
    """ "A rescue package", "the trade press", "a price target"."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    word = token.lemma_.lower()
    return (word == "package" and before in AID) or (word == "target" and before in AIMS) or (word, before) in NO_THINGS or word == "press"


def _modifiers(token: Token) -> Iterator[int]:
    """Nouns and technical adjectives right before the head: "200-millimetre", "prismatic", "silicon carbide power"."""
    position = token.i - 1
    while position >= 0 and not token.doc[position + 1].is_sent_start:
        word = token.doc[position]
        found = mention_at(token.doc, position)
        if word.lower_ in S_FORMS and position and mention_at(token.doc, position - 1) is not None:
            return  # "OpenAI rents servers"
        if found is not None and found.label not in ("Material", "Product"):
            return
        if word.text == "-" and position and not word.whitespace_:
            position -= 1
            continue
        if (
            word.dep_ not in ("compound", "amod", "nmod", "nummod", "npadvmod")
            and word.lower_ not in PROCESSES
            and found is None
            or word.lower_ in _PLAIN
            or word.lower_ in ("its", "their")
        ):
            return
        if (
            word.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM", *(("VERB",) if word.lower_ in PROCESSES else ()))
            or word.head.i > token.i
            or (word.pos_ == "NUM" and word.nbor(1).text != "-")
        ):
            return
        if word.tag_ == "VBG" and position and token.doc[position - 1].pos_ in ("ADP", "SCONJ"):
            return  # "for shipping compressors"
        if word.pos_ == "ADJ" and (word.tag_ in ("JJR", "JJS") or (word.text[0].isupper() and not word.is_sent_start)):
            return
        yield position
        position -= 1


def _name(doc: Doc, start: int, token: Token) -> str:
    """The category in the singular, as the key of its entity."""
    before = doc[start : token.i].text
    return f"{before}{' ' if doc[token.i - 1].whitespace_ else ''}{token.lemma_.lower() if token.tag_ == 'NNS' else token.text}"
