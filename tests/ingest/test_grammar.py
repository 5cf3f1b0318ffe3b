"""Each construction once, through the real pipeline: what it is said of does not depend on how the sentence is turned."""

import pytest
from spacy.language import Language

from ingest.grammar import meeting
from ingest.nlp import read
from ingest.reading import reading_of, text_of
from tests.ingest.reading_aloud import pipeline, relations


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The real pipeline."""
    return pipeline()


def found_in(nlp: Language, text: str) -> set[tuple[str, str, str]]:
    """The relations that the text affirms."""
    return {
        (relation.type, text_of(doc, relation.head), text_of(doc, relation.tail))
        for doc in read(nlp, text, published="2025-01-15", known_at="2025-01-15")
        for relation in reading_of(doc).relations
        if relation.polarity == "affirmed"
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("The H20 was made by TSMC.", ("MANUFACTURES", "TSMC", "H20"), id="passive"),
        pytest.param("TSMC, which makes the H20, grew.", ("MANUFACTURES", "TSMC", "H20"), id="relative clause"),
        pytest.param("Nexperia, acquired by Wingtech, makes diodes.", ("ACQUIRES", "Wingtech", "Nexperia"), id="participle"),
        pytest.param("Headquartered in Boise, Micron grew.", ("LOCATED_IN", "Micron", "Boise"), id="participle before its noun"),
        pytest.param("ASML is a toolmaker based in Veldhoven.", ("LOCATED_IN", "ASML", "Veldhoven"), id="noun that says what it is"),
        pytest.param("Cymer, a unit of ASML, grew.", ("SUBSIDIARY_OF", "Cymer", "ASML"), id="apposition"),
        pytest.param("TSMC supplies NVIDIA and AMD.", ("SUPPLIES", "TSMC", "AMD"), id="coordinated objects"),
        pytest.param("Samsung and TSMC have supplied NVIDIA.", ("SUPPLIES", "TSMC", "NVIDIA"), id="coordinated subjects"),
        pytest.param("TSMC has grown and has supplied NVIDIA.", ("SUPPLIES", "TSMC", "NVIDIA"), id="shared subject"),
        pytest.param("Synopsys wants to buy Ansys.", ("ACQUIRES", "Synopsys", "Ansys"), id="control verb"),
        pytest.param("NVIDIA's acquisition of Mellanox closed.", ("ACQUIRES", "NVIDIA", "Mellanox"), id="nominalisation"),
        pytest.param("TSMC serves customers such as Apple.", ("SUPPLIES", "TSMC", "Apple"), id="such as"),
        pytest.param("TSMC's customers include Apple and AMD.", ("SUPPLIES", "TSMC", "AMD"), id="include"),
        pytest.param("NVIDIA placed an order with TSMC.", ("SUPPLIES", "TSMC", "NVIDIA"), id="light verb"),
        pytest.param("Lisa Su is chair and chief executive of AMD.", ("WORKS_FOR", "Lisa Su", "AMD"), id="coordinated roles"),
        pytest.param("Lisa Su is head of research at AMD.", ("WORKS_FOR", "Lisa Su", "AMD"), id="preposition one noun down"),
        pytest.param("Lisa Su was appointed president of AMD.", ("WORKS_FOR", "Lisa Su", "AMD"), id="appointed"),
        pytest.param("Micron's headquarters are in Boise.", ("LOCATED_IN", "Micron", "Boise"), id="subject's place after the verb"),
        pytest.param("Apple accounts for a fifth of TSMC's revenue.", ("SUPPLIES", "TSMC", "Apple"), id="what a share is of"),
        pytest.param(
            "According to BIS, SMIC and YMTC have been working with Huawei.", ("PARTNERS_WITH", "SMIC", "Huawei"), id="after a phrase"
        ),
        pytest.param(
            "After months of talks Micron, a Boise maker of memory chips, has signed to buy Mellanox.",
            ("ACQUIRES", "Micron", "Mellanox"),
            id="apposition after a phrase",
        ),
        pytest.param(
            "Intel does not make a single one of its wafers. It makes one of the GPUs.", ("MANUFACTURES", "It", "GPUs"), id="one of"
        ),
        pytest.param("Google's parent company Alphabet grew.", ("SUBSIDIARY_OF", "Google", "Alphabet"), id="kind before a name"),
    ],
)
def test_construction(nlp: Language, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in found_in(nlp, text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        pytest.param("Cymer, a unit of ASML, and Intel met.", ("SUBSIDIARY_OF", "Intel", "ASML"), id="coordinated after the trigger"),
        pytest.param("Micron is based in Austin, Texas.", ("LOCATED_IN", "Micron", "Texas"), id="what a town is in"),
        pytest.param("Intel and AMD met in Boise.", ("PARTNERS_WITH", "Intel", "AMD"), id="two names in one sentence"),
        pytest.param("According to Intel, AMD does not supply Apple.", ("SUPPLIES", "AMD", "Apple"), id="denied after a phrase"),
        pytest.param("Tesla won an order from Samsung.", ("SUPPLIES", "Samsung", "Tesla"), id="who wins an order sells"),
    ],
)
def test_no_relation(nlp: Language, text: str, unwanted: tuple[str, str, str]) -> None:
    assert unwanted not in found_in(nlp, text)


def test_two_words_meet_in_the_lowest_one_above_both(nlp: Language) -> None:
    doc = next(read(nlp, "TSMC supplies chips to NVIDIA. Intel grew."))
    assert meeting(doc[0], doc[4]) == doc[1]
    assert meeting(doc[0], doc[6]) is None


def test_neither_of_two_makers_makes_goods_for_the_other() -> None:
    found = relations("SMIC also depends on American tools made by Applied Materials and Lam Research.")
    assert {(head, tail) for type, head, tail in found if type == "SUPPLIES"} == {("Applied Materials", "SMIC"), ("Lam Research", "SMIC")}


def test_whom_one_relies_on_does_what_follows() -> None:
    found = relations("NVIDIA relies on TSMC to make the H100.")
    assert ("MANUFACTURES", "TSMC", "NVIDIA H100") in found
    assert not any(type == "MANUFACTURES" and head == "NVIDIA" for type, head, _ in found)


def test_its_is_none_of_several_subjects() -> None:
    found = relations("ASML is the sole supplier of EUV scanners. SMIC, Hua Hong and CXMT use its DUV scanners.")
    assert {head for type, head, _ in found if type == "SUPPLIES"} == {"ASML"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Shares of polysilicon producer Wacker rose.", ("MANUFACTURES", "Wacker Chemie", "polysilicon")),
        (
            "Sales to Intel's distributor Arrow Electronics accounted for 31%, 28% and 24% of Intel's revenue.",
            ("SUPPLIES", "Intel", "Arrow Electronics"),
        ),
    ],
)
def test_the_name_behind_a_noun_is_what_it_calls(text: str, wanted: tuple[str, str, str]) -> None:
    assert relations(text) == {wanted}
