"""What is set aside without a "not" is denied."""

import pytest

from tests.ingest.reading_aloud import denied, relations


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Instead of supplying Tesla, Panasonic sells to Toyota.", ("SUPPLIES", "Panasonic", "Tesla")),
        ("Rather than buy from Intel, Lenovo turned to AMD.", ("SUPPLIES", "Intel", "Lenovo")),
        ("The report wrongly said that ASML supplies SMIC.", ("SUPPLIES", "ASML", "SMIC")),
        (
            "Applied Materials said it had been wrongly described as the owner of Lam Research.",
            ("OWNS", "Applied Materials", "Lam Research"),
        ),
        ("Nothing in the filing shows that ASML supplied Huawei.", ("SUPPLIES", "ASML", "Huawei")),
        ("No document suggests that Intel owns AMD.", ("OWNS", "Intel", "AMD")),
        ("Wolfspeed denied both that it supplies Nio and that it owns part of Qorvo.", ("SUPPLIES", "Wolfspeed", "Nio")),
        ("Micron disputed a Reuters report that Intel had agreed to buy AMD.", ("ACQUIRES", "Intel", "AMD")),
        ("OpenAI counts neither Alibaba nor Tencent among its backers.", ("INVESTS_IN", "Alibaba Group", "OpenAI")),
        ('Asked whether Nikon buys lenses from AGC, a spokesman said: "It does not."', ("SUPPLIES", "AGC", "Nikon")),
        ("Tesla has no intention of buying chips from Intel, Musk said.", ("SUPPLIES", "Intel", "Tesla")),
        ("Intel's hopes of supplying Tesla have come to nothing.", ("SUPPLIES", "Intel", "Tesla")),
        ("Intel denied a report in the newspaper Kleine Zeitung that TSMC was about to buy AMD.", ("ACQUIRES", "TSMC", "AMD")),
        ("China has denied that it will halt exports of gallium.", ("RESTRICTS", "China", "gallium")),
        ("China denied that it had stopped exporting gallium.", ("RESTRICTS", "China", "gallium")),
        ("Beijing dismissed reports that it had suspended shipments of gallium to Japan.", ("RESTRICTS", "China", "gallium")),
        ("China has never halted exports of gallium.", ("RESTRICTS", "China", "gallium")),
        ("Intel denies talk in the trade that Nvidia has bought AMD.", ("ACQUIRES", "NVIDIA", "AMD")),
        ("Intel denied a report in the Globe that TSMC was in talks to buy AMD.", ("ACQUIRES", "TSMC", "AMD")),
        ("Dell said it no longer bought from Intel and had been served by AMD since 2024.", ("SUPPLIES", "Intel", "Dell Technologies")),
        ("Huawei holds not a single share in Arm.", ("OWNS", "Huawei", "Arm")),
        ('Huawei, once listed, rejected as "pure invention" the claim that it was a customer of ASML.', ("SUPPLIES", "ASML", "Huawei")),
        ("Huawei brushed aside as gossip the idea that it owns SMIC.", ("OWNS", "Huawei", "SMIC")),
        ('"Not one tool of ours has ever gone to Huawei," said Intel.', ("SUPPLIES", "Intel", "Huawei")),
        ("Not a single chip of Intel went to Huawei.", ("SUPPLIES", "Intel", "Huawei")),
        ("Intel was not in 2016 bought by AMD.", ("ACQUIRES", "AMD", "Intel")),
        ("Intel was not, in whatever phase, bought by AMD.", ("ACQUIRES", "AMD", "Intel")),
        ("Apple's licence from Arm was revoked.", ("SUPPLIES", "Arm", "Apple")),
        ("TSMC denies it dropped Huawei as a customer only because of sanctions.", ("SUPPLIES", "TSMC", "Huawei")),
        ("OpenAI did not build Le Chat.", ("DEVELOPS", "OpenAI", "Le Chat")),
        ("Starboard Value denied sitting on 8% of Qorvo.", ("OWNS", "Starboard Value", "Qorvo")),
    ],
)
def test_it_is_denied(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in denied(text)
    assert fact not in relations(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Instead of supplying Tesla, Panasonic sells to Toyota.", ("SUPPLIES", "Panasonic", "Toyota")),
        ("Panasonic supplies Tesla rather than wait for orders.", ("SUPPLIES", "Panasonic", "Tesla")),
        ("None of the firms that supply Huawei was fined, but SMIC supplies Huawei.", ("SUPPLIES", "SMIC", "Huawei")),
        (
            "Micron denied a report that it had been bought by Bain Capital, a firm based in Boston.",
            ("LOCATED_IN", "Bain Capital", "Boston"),
        ),
        ("Infineon supplies Ford, not Tesla.", ("SUPPLIES", "Infineon", "Ford")),
        ("The note shows that ASML supplies SMIC.", ("SUPPLIES", "ASML", "SMIC")),
        ("Intel, known as a chipmaker, confirmed the report that it buys from TSMC.", ("SUPPLIES", "TSMC", "Intel")),
        ("Intel said that it did not use the H200 and had trained its models on the MI300X.", ("USES", "Intel", "AMD Instinct MI300X")),
        ('"We depend on China for 31% of revenue, so this is not a rounding error," Intel said.', ("DEPENDS_ON", "Intel", "China")),
        ("Records show that 37 pallets left a warehouse in Busan run by Intel.", ("OPERATES", "Intel", "Intel plant in Busan")),
        ("Infineon will supply Ford with no more than 10% of its modules.", ("SUPPLIES", "Infineon", "Ford")),
        ("Not only Intel but also AMD supplies Dell.", ("SUPPLIES", "Intel", "Dell Technologies")),
        ("Intel denied having dropped TSMC as a supplier.", ("SUPPLIES", "TSMC", "Intel")),
        ("China halted exports of gallium.", ("RESTRICTS", "China", "gallium")),
        ("Japan did not rule out restricting exports of gallium.", ("RESTRICTS", "Japan", "gallium")),
        ("The order goes instead to Bosch, which has agreed to deliver sensors to Denso.", ("SUPPLIES", "Bosch", "Denso")),
    ],
)
def test_it_is_not(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in relations(text)


def test_a_site_that_a_firm_does_not_have_is_nowhere() -> None:
    assert not {one for one in relations("SMIC has no plant in Malaysia.") if one[0] in ("LOCATED_IN", "OPERATES") and one[2] != "China"}
    assert ("LOCATED_IN", "Malaysia") in {(one[0], one[2]) for one in relations("SMIC has not closed its plant in Malaysia.")}


def test_a_site_that_was_not_put_up_is_nowhere() -> None:
    assert not {one for one in relations("Intel did not put up a fab in Kulim.") if one[0] == "LOCATED_IN" and one[1] != "Kulim"}
