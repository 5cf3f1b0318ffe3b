"""What is denied is never taken for stated, however it is said."""

import pytest

from tests.ingest.reading_aloud import denied, relations


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is untrue that Intel supplies Huawei, a spokesman said.", id="untrue"),
        pytest.param("It is not true that Intel supplies Huawei.", id="not true"),
        pytest.param("Intel does not sell to ZTE. Nor, it added, does Intel supply Huawei.", id="nor"),
        pytest.param("A blog said that Intel supplies Huawei. It does not.", id="the next sentence"),
        pytest.param("It is not the case that Intel supplies Huawei.", id="not the case"),
        pytest.param("Nor is it true that Intel supplies chips to Huawei.", id="nor is it true"),
        pytest.param("Nowhere does Intel supply Huawei.", id="nowhere"),
        pytest.param("Intel has yet to supply Huawei.", id="yet to"),
        pytest.param("Intel has ruled out supplying chips to Huawei.", id="ruled out"),
        pytest.param("Intel denied supplying seekers to Huawei.", id="a gerund taken for an adjective"),
        pytest.param("Huawei needs chips and does not buy them from Intel.", id="another verb"),
        pytest.param("Intel's customers do not include Huawei.", id="not included"),
        pytest.param("Intel denied that it depends on Samsung or that it supplies Huawei.", id="a second that"),
        pytest.param("Does Intel supply Huawei?", id="a question"),
        pytest.param("Lawmakers said Intel should have supplied Huawei.", id="what was not done"),
        pytest.param("Intel called a report that it supplies Huawei false.", id="called false at the end"),
        pytest.param("No Intel components are in Huawei phones.", id="goods that are in no goods"),
        pytest.param("Intel is barred from selling chips to Huawei.", id="barred"),
        pytest.param("Intel sells to neither ZTE nor Huawei.", id="neither of two"),
        pytest.param("The ministry told Intel to stop selling chips to Huawei.", id="told to stop"),
        pytest.param("Washington forbids Intel to sell chips to Huawei.", id="forbidden to"),
        pytest.param("Intel denied a report that AMD had stopped supplying Huawei.", id="the denial of an end"),
        pytest.param("Intel said that it no longer ships to Huawei, a Chinese firm.", id="ships that are no vessels"),
        pytest.param("Intel found no evidence that its chips had reached Huawei.", id="goods that did not reach"),
    ],
)
def test_a_denied_supply_is_not_stated(text: str) -> None:
    assert ("SUPPLIES", "Intel", "Huawei") not in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Intel ended its alliance with Huawei in June.", id="ended"),
        pytest.param("Intel walked away from its alliance with Huawei.", id="walked away"),
    ],
)
def test_a_bond_that_is_over_is_not_stated(text: str) -> None:
    assert not any(type == "PARTNERS_WITH" for type, _, _ in relations(text))


def test_a_measure_that_a_state_denies_is_not_stated() -> None:
    found = relations("China denied imposing curbs on gallium exports.")
    assert not any(type == "RESTRICTS" for type, _, _ in found), found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Huawei dropped Intel as a supplier.", id="dropped as a supplier"),
        pytest.param("Intel lost Huawei as a customer.", id="lost as a customer"),
        pytest.param("Intel denied that Huawei was among its customers.", id="among its customers"),
        pytest.param("Intel's chips have never been sold to Huawei.", id="never been sold"),
        pytest.param("There are no Intel chips in Huawei's phones.", id="no chips in the phones"),
    ],
)
def test_a_denied_supply_comes_as_negated(text: str) -> None:
    assert ("SUPPLIES", "Intel", "Huawei") in denied(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Bosch says it has no plan to open a fab in Leuven.", id="no plan to open"),
        pytest.param("Bosch has never built a plant in Leuven.", id="never built"),
    ],
)
def test_a_site_that_is_not_built_stands_nowhere(text: str) -> None:
    assert not any(type in ("LOCATED_IN", "OPERATES") for type, _, _ in relations(text))


def test_a_site_that_was_not_closed_is_still_run() -> None:
    found = [(type, head) for type, head, _ in relations("Bosch has not closed its plant in Leuven.")]
    assert ("OPERATES", "Bosch") in found and any(type == "LOCATED_IN" for type, _ in found), found


def test_what_a_second_that_denies_is_denied() -> None:
    assert ("ACQUIRES", "Dell Technologies", "Arm") in denied("Intel denied that it depends on Samsung or that Dell could acquire Arm.")


def test_the_second_of_two_that_are_denied_is_denied() -> None:
    text = "Bosch denied on Friday that it was secretly controlled by Infineon or had ever shipped anything to Huawei."
    assert {("SUPPLIES", "Bosch", "Huawei"), ("OWNS", "Infineon", "Bosch")} <= denied(text)


def test_a_stake_that_a_denial_takes_for_granted_is_held() -> None:
    assert ("OWNS", "Bosch", "Infineon") in relations("Bosch denied that it was looking for a buyer for its 12% stake in Infineon.")


@pytest.mark.parametrize("what", ["reports of", "the existence of", "talk about"])
def test_a_stake_that_is_denied_is_not_held(what: str) -> None:
    assert ("OWNS", "Bosch", "Infineon") not in relations(f"Bosch denied {what} its stake in Infineon.")


def test_the_denial_before_a_second_that_is_not_its_own() -> None:
    assert ("SUPPLIES", "Intel", "Lenovo") in relations("Intel said that it does not supply Dell and that it supplies Lenovo.")
