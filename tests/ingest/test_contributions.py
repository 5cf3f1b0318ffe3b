"""Money put into a firm that the words before name."""

from tests.ingest.reading_aloud import denied, qualifiers, relations

ROUND = "Cerebras closed a round led by SoftBank."


def test_who_puts_in_money_invests_in_the_firm_of_the_round() -> None:
    text = f"{ROUND} Intel put in $150 million."
    assert ("INVESTS_IN", "Intel", "Cerebras") in relations(text)
    assert ("amount", "$150 million") in qualifiers(text)["INVESTS_IN", "Cerebras"]


def test_who_chips_in_does_too_and_who_does_not_is_denied() -> None:
    assert ("INVESTS_IN", "Intel", "Cerebras") in relations(f"{ROUND} Intel chipped in with $9 million.")
    text = f"{ROUND} Intel did not put in $9 million."
    assert ("INVESTS_IN", "Intel", "Cerebras") not in relations(text) and ("INVESTS_IN", "Intel", "Cerebras") in denied(text)


def test_orders_and_places_are_no_money() -> None:
    found = relations(f"{ROUND} Intel put in an order. Dell put in Ohio what it had.")
    assert not {one for one in found if one[1] in ("Intel", "Dell") and one[2] == "Cerebras"}, found


def test_money_invested_there_goes_into_the_site_just_spoken_of() -> None:
    assert ("INVESTS_IN", "Bosch", "Bosch plant in Dresden") in relations(
        "Bosch plans a plant in Dresden and will invest €1 billion there."
    )
    text = "Intel runs a fab in Leixlip. The company will not invest €2 billion there."
    assert not any(type == "INVESTS_IN" for type, *_ in relations(text)) and any(type == "INVESTS_IN" for type, *_ in denied(text))
    assert not any(type == "INVESTS_IN" for type, *_ in relations("Intel sells chips and will invest €1 billion there."))
