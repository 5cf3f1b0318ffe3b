"""Which figure belongs to which relation."""

import pytest

from ingest.binding import bind
from ingest.nlp import read
from ingest.reading import reading_of, text_of
from tests.ingest.reading_aloud import pipeline, qualifiers


@pytest.mark.parametrize(
    ("text", "ends", "wanted"),
    [
        pytest.param(
            "Synopsys completed its acquisition of Ansys for $35 billion.",
            ("ACQUIRES", "Ansys"),
            ("amount", "$35 billion"),
            id="two readings",
        ),
        pytest.param(
            "Sales to Apple represented 27% of Qorvo's net revenue in 2024, and sales to Samsung represented 14%.",
            ("SUPPLIES", "Samsung Electronics"),
            ("share_of_revenue", "14%"),
            id="a share of the same revenue",
        ),
        pytest.param(
            "Apple's largest customer, Verizon, contributed 29% of revenue, while Dell contributed 18%.",
            ("SUPPLIES", "Dell Technologies"),
            ("share_of_revenue", "18%"),
            id="the second of two customers",
        ),
        pytest.param(
            "ASML made 41% of its sales in South Korea, 26% in Taiwan and 14% in China.",
            ("SUPPLIES", "Taiwan"),
            ("share_of_revenue", "26%"),
            id="a share of sales in a country",
        ),
        pytest.param(
            "Toyota has 12.5% of Denso, and Bosch has held 8% since last autumn.",
            ("OWNS", "Denso"),
            ("start", "last autumn"),
            id="since when a stake is held",
        ),
        pytest.param(
            "Micron depends on Soitec, which covers 85% of its needs.", ("DEPENDS_ON", "SOITEC"), ("share", "85%"), id="it covers"
        ),
        pytest.param(
            "Micron's Penang plant has a capacity of 110,000 wafers a month and makes memory.",
            ("OPERATES", "Micron plant in Penang"),
            ("capacity", "110,000 wafers a month"),
            id="what a site has",
        ),
        pytest.param(
            "Intel intends to open a data centre in Brazil within a year.",
            ("OPERATES", "Intel data centre in Brazil"),
            ("deadline", "a year"),
            id="within a year",
        ),
        pytest.param(
            "Apple buys memory from Micron, whose share of its purchases fell to 12%.",
            ("SUPPLIES", "Apple"),
            ("share", "12%"),
            id="whose share",
        ),
        pytest.param(
            "Apple buys memory from Micron, which covers 40% of its needs.", ("SUPPLIES", "Apple"), ("share", "40%"), id="which covers"
        ),
        pytest.param(
            "Dell is the largest customer of Micron, accounting for 31% of its revenue in 2025.",
            ("SUPPLIES", "Dell Technologies"),
            ("share_of_revenue", "31%"),
            id="accounting for",
        ),
        pytest.param(
            "MP Materials's biggest customer is Apple, which took 1,900 tonnes last year.",
            ("SUPPLIES", "Apple"),
            ("quantity", "1,900 tonnes"),
            id="what the customer took",
        ),
        pytest.param(
            "Until early 2025 Soitec was the only vendor from which Apple bought wafers.",
            ("SUPPLIES", "Apple"),
            ("end", "early 2025"),
            id="until when it was the only one",
        ),
        pytest.param("SoftBank sold its 5% holding in Arm to Nvidia.", ("OWNS", "Arm"), ("percent", "5%"), id="the share that is sold"),
        pytest.param(
            "Ingrid Berg, until 31 May chief executive of Dell, will become chief executive of Micron on 1 September.",
            ("WORKS_FOR", "Dell Technologies"),
            ("end", "31 May"),
            id="the end of a post",
        ),
        pytest.param(
            "Ingrid Berg, until May chief executive of Dell, will become chief executive of Micron on 1 September.",
            ("WORKS_FOR", "Micron"),
            ("start", "1 September"),
            id="the start of the next",
        ),
        pytest.param("Apple buys most of its memory from Micron.", ("SUPPLIES", "Apple"), ("share", "most"), id="a share without a figure"),
        pytest.param(
            "Samsung will invest $2 billion in a plant in Taylor over the next two years.",
            ("INVESTS_IN", "plant in Taylor"),
            ("duration", "two years"),
            id="a duration without next",
        ),
        pytest.param(
            "Micron depends on ASML for about 80% of its tools.",
            ("DEPENDS_ON", "ASML"),
            ("share", "80%"),
            id="what one relies on for",
        ),
        pytest.param(
            "TSMC gets 24 percent of its revenue from Apple and 11 percent from Nvidia.",
            ("SUPPLIES", "NVIDIA"),
            ("share_of_revenue", "11 percent"),
            id="the second of two shares of one whole",
        ),
        pytest.param(
            "Sumco sources 80 percent of its polysilicon from Hemlock.",
            ("SUPPLIES", "SUMCO"),
            ("share", "80 percent"),
            id="its",
        ),
        pytest.param(
            "Apple accounted for 22 percent of TSMC's revenue last year, while Nvidia accounted for 17 percent.",
            ("SUPPLIES", "NVIDIA"),
            ("date", "last year"),
            id="the year of the share before",
        ),
        pytest.param(
            "Nvidia invested in Arm last week, as did Apple.",
            ("INVESTS_IN", "Arm"),
            ("date", "last week"),
            id="the day of the clause before",
        ),
        pytest.param(
            "Apple accounted for 22 percent of TSMC's revenue and Nvidia for 17 percent.",
            ("SUPPLIES", "NVIDIA"),
            ("share_of_revenue", "17 percent"),
            id="a clause without a verb",
        ),
        pytest.param(
            "SoftBank raised its stake in Arm from 6 percent to 11 percent.",
            ("OWNS", "Arm"),
            ("percent", "11 percent"),
            id="what it is now",
        ),
        pytest.param(
            "Samsung, with a 5 percent holding, is a shareholder of ASML.", ("OWNS", "ASML"), ("percent", "5 percent"), id="with a holding"
        ),
        pytest.param(
            "The European Commission approved 5 billion euros in German state aid for ESMC.",
            ("SUBSIDISES", "ESMC"),
            ("amount", "5 billion euros"),
            id="the sum before its noun",
        ),
        pytest.param(
            "Samsung has agreed to supply Tesla with camera modules worth 4.7 trillion won.",
            ("SUPPLIES", "Tesla"),
            ("amount", "4.7 trillion won"),
            id="won read as a verb",
        ),
        pytest.param(
            "The Commerce Department on Monday barred shipments to China and added Naura to its Entity List.",
            ("RESTRICTS", "Naura"),
            ("date", "Monday"),
            id="a date before two verbs",
        ),
        pytest.param(
            "Japan has granted Rapidus 1.7 trillion yen since 2022.",
            ("SUBSIDISES", "Rapidus"),
            ("amount", "1.7 trillion yen"),
            id="a name before a sum",
        ),
        pytest.param(
            "Tokyo Electron sells 35 percent of its furnaces to Samsung.",
            ("SUPPLIES", "Samsung Electronics"),
            ("share_of_revenue", "35 percent"),
            id="a part of what is sold",
        ),
        pytest.param(
            "The contract, valued at $1.2 billion, was awarded to Cerebras by G42 and runs for three years.",
            ("SUPPLIES", "G42"),
            ("amount", "$1.2 billion"),
            id="a contract as the subject",
        ),
        pytest.param(
            "SoftBank took a 15 percent stake in Arm for $400 million in July.", ("OWNS", "Arm"), ("date", "July"), id="a stake bought"
        ),
        pytest.param(
            "Apple, the biggest customer, contributed $96 million, or 28%, of Qorvo's sales.",
            ("SUPPLIES", "Apple"),
            ("share_of_revenue", "28%"),
            id="a sum and a share",
        ),
        pytest.param(
            "Microsoft operates 400 data centres in 70 regions.",
            ("OPERATES", "Microsoft data centre"),
            ("quantity", "400 data centres"),
            id="sites counted",
        ),
        pytest.param(
            "China's licensing regime for gallium, in force since August 2023, has not hurt Intel.",
            ("RESTRICTS", "gallium"),
            ("start", "August 2023"),
            id="in force since",
        ),
        pytest.param(
            "A rule that the Bureau of Industry and Security published on September 29 hurts Intel.",
            ("ISSUED_BY", "Bureau of Industry and Security"),
            ("date", "September 29"),
            id="the day of issue",
        ),
        pytest.param(
            "All of TSMC's wafers are purchased from Soitec.", ("SUPPLIES", "TSMC"), ("share", "All"), id="all of them, as the subject"
        ),
        pytest.param(
            "Toyota also owns 4.9% of Denso, a stake it bought for $95 million in 2023.",
            ("OWNS", "Denso"),
            ("amount", "$95 million"),
            id="what a stake was bought for",
        ),
        pytest.param(
            "Denso is 22% owned by Toyota, which bought the stake in 2021 for ¥31 billion.",
            ("OWNS", "Denso"),
            ("date", "2021"),
            id="when a stake was bought",
        ),
        pytest.param(
            "Dana Weller, finance chief of Intel until May, will join Micron.",
            ("WORKS_FOR", "Intel"),
            ("end", "May"),
            id="until when a post was held",
        ),
        pytest.param(
            "Dana Weller, who has been chief executive of Intel since 2021, will leave.",
            ("WORKS_FOR", "Intel"),
            ("start", "2021"),
            id="since when, though it will end",
        ),
        pytest.param(
            "Ford, Infineon's biggest customer, made up 22% of its sales.",
            ("SUPPLIES", "Ford"),
            ("share_of_revenue", "22%"),
            id="what a customer makes up",
        ),
        pytest.param(
            "Infineon gets 85% of its electricity from Statkraft under a 15-year contract signed in 2022.",
            ("SUPPLIES", "Infineon"),
            ("date", "2022"),
            id="when the contract was signed",
        ),
        pytest.param(
            "Under the contract, which starts in April 2027, Infineon will provide 40% of the wafers Bosch buys.",
            ("SUPPLIES", "Bosch"),
            ("start", "April 2027"),
            id="when the contract starts",
        ),
        pytest.param(
            "Intel said it has signed a contract to supply film worth 218 billion won to Dell over three years.",
            ("SUPPLIES", "Dell Technologies"),
            ("duration", "three years"),
            id="behind what it is worth",
        ),
        pytest.param(
            "Intel's plant in Kulim makes resin and has a capacity of 9,000 tonnes a year.",
            ("MANUFACTURES", "resin"),
            ("capacity", "9,000 tonnes a year"),
            id="a capacity said by a second verb",
        ),
        pytest.param(
            "Ford, which bought 80% of its resin from BASF last year, has enough.",
            ("SUPPLIES", "Ford"),
            ("share", "80%"),
            id="a share of what the buyer of the clause buys",
        ),
        pytest.param(
            "Intel gets the remaining quarter from Soitec.", ("SUPPLIES", "Intel"), ("share", "quarter"), id="the remaining quarter"
        ),
        pytest.param(
            "In 2025, Micron supplied about a fifth of Dell's memory.",
            ("SUPPLIES", "Dell Technologies"),
            ("share", "a fifth"),
            id="about a fifth",
        ),
        pytest.param(
            "The Commerce Department barred Intel from selling the site before 2038.",
            ("RESTRICTS", "Intel"),
            ("end", "2038"),
            id="before when something may not be done",
        ),
        pytest.param(
            "Samsung will invest 64 billion won in a second plant in Taylor.",
            ("INVESTS_IN", "plant in Taylor"),
            ("amount", "64 billion won"),
            id="won is money",
        ),
        pytest.param(
            "In February Tesla signed a contract with Panasonic to buy cells worth $2.3 billion until 2029.",
            ("SUPPLIES", "Tesla"),
            ("amount", "$2.3 billion"),
            id="what is to be bought under a contract",
        ),
        pytest.param(
            "In February Tesla signed a contract with Panasonic to buy cells worth $2.3 billion until 2029.",
            ("SUPPLIES", "Tesla"),
            ("end", "2029"),
            id="until when it is to be bought",
        ),
        pytest.param(
            "China's export controls on dysprosium, introduced in April 2025, hit Bosch.",
            ("ISSUED_BY", "China"),
            ("date", "April 2025"),
            id="when a measure was introduced",
        ),
        pytest.param(
            "China's licensing rules of April 2025 cover terbium.",
            ("ISSUED_BY", "China"),
            ("date", "April 2025"),
            id="the rules of a month",
        ),
        pytest.param(
            "The Order on Sensors was made by the Ministry of Trade on 4 May 2024.",
            ("ISSUED_BY", "Ministry of Trade"),
            ("date", "4 May 2024"),
            id="when an order was made",
        ),
        pytest.param(
            "As of February 17, 2025, SoftBank owned 22.4% of Arm.",
            ("OWNS", "Arm"),
            ("date", "February 17, 2025"),
            id="as of a day",
        ),
        pytest.param(
            "Samsung supplied 100% of the memory that Dell bought in fiscal 2024.",
            ("SUPPLIES", "Dell Technologies"),
            ("date", "fiscal 2024"),
            id="when what a share is of was bought",
        ),
        pytest.param(
            "OpenAI trained GPT-5 on the H100 over eleven weeks.",
            ("USES", "NVIDIA H100"),
            ("duration", "eleven weeks"),
            id="how long a model was trained",
        ),
        pytest.param(
            "Kioxia was spun out of Toshiba in 2018.",
            ("SUBSIDIARY_OF", "Toshiba"),
            ("date", "2018"),
            id="when a unit was spun out",
        ),
        pytest.param(
            "Infineon is building a 120 MW data centre outside Johor Bahru.",
            ("OPERATES", "Infineon data centre in Johor Bahru"),
            ("capacity", "120 MW"),
            id="the capacity in the words for a site",
        ),
        pytest.param(
            "Infineon is doubling its Kulim plant to 36 million units a month.",
            ("OPERATES", "Infineon plant in Kulim"),
            ("capacity", "36 million units a month"),
            id="the capacity that a site is to have",
        ),
        pytest.param(
            "Infineon makes sensors at its plant in Passau, which has a capacity of 1,100 tonnes a month.",
            ("OPERATES", "Infineon plant in Passau"),
            ("capacity", "1,100 tonnes a month"),
            id="the capacity of a site behind its place",
        ),
        pytest.param(
            "SoftBank may sell its 21% of Arm to Intel.",
            ("OWNS", "Arm"),
            ("percent", "21%"),
            id="what is to be sold",
        ),
        pytest.param(
            "In July the Commerce Department fined Kettleby Magnet Corp. C$2.2 million for late reporting.",
            ("PENALISES", "Kettleby Magnet"),
            ("amount", "C$2.2 million"),
            id="a sum behind a legal form",
        ),
        pytest.param(
            "ASML relies on Carl Zeiss SMT GmbH, based in Oberkochen, Germany, for all of its mirrors.",
            ("DEPENDS_ON", "Zeiss SMT"),
            ("share", "all"),
            id="all that is needed",
        ),
    ],
)
def test_a_figure_is_bound(text: str, ends: tuple[str, str], wanted: tuple[str, str]) -> None:
    assert wanted in qualifiers(text)[ends]


@pytest.mark.parametrize(
    ("text", "ends", "name"),
    [
        pytest.param("SoftBank led a $120 million round in Cerebras.", ("INVESTS_IN", "Cerebras"), "amount", id="the size of a round"),
        pytest.param(
            "Intel will spend $20 billion on a plant in Ohio, a third of which Saxony pays for.",
            ("INVESTS_IN", "plant in Ohio"),
            "percent",
            id="a part of which",
        ),
        pytest.param(
            "SoftBank's owner, Apple, has bought 2.1% of Arm's shares.", ("OWNS", "SoftBank"), "percent", id="the share of another firm"
        ),
        pytest.param(
            "Nvidia, which went public in 1999 and counts Oracle among its customers, is from Santa Clara.",
            ("SUPPLIES", "Oracle"),
            "date",
            id="the first of two verbs",
        ),
        pytest.param(
            "Zeiss sells lenses to Intel and, since last year, to TSMC.", ("SUPPLIES", "Intel"), "start", id="between commas before another"
        ),
        pytest.param(
            "On Thursday Japan suspended a rule that had cut Samsung off from photoresist.",
            ("RESTRICTS", "Samsung"),
            "date",
            id="another clause",
        ),
        pytest.param(
            "SoftBank paid $1.9 billion in March, and Arm now belongs to SoftBank.",
            ("OWNS", "Arm"),
            "amount",
            id="money beside a holding",
        ),
        pytest.param(
            "Ciena contributed 23% of Lumentum's revenue of $1.4 billion.", ("SUPPLIES", "Ciena"), "amount", id="the whole of a revenue"
        ),
        pytest.param("Intel does not buy wafers from Soitec today.", ("SUPPLIES", "Intel"), "date", id="today"),
        pytest.param("Apple sells most of its phones to Verizon.", ("SUPPLIES", "Verizon"), "share", id="a share of sales"),
    ],
)
def test_a_figure_of_something_else_is_not(text: str, ends: tuple[str, str], name: str) -> None:
    assert name not in dict(qualifiers(text).get(ends, ()))


def test_what_serves_several_customers_is_no_quantity_of_each() -> None:
    found = qualifiers("Vellum Chips makes tools. Vellum's installed base of 2,300 systems serves customers including Intel and Toyota.")
    assert not any(name == "quantity" for (type, _), bound in found.items() if type == "SUPPLIES" for name, _ in bound)


def test_people_are_no_quantity_of_goods() -> None:
    found = qualifiers("Infineon is a maker of power semiconductors with some 58,000 employees.")
    assert not any(name == "quantity" for bound in found.values() for name, _ in bound)


def test_a_date_behind_a_name_is_no_start() -> None:
    assert ("date", "2023") in qualifiers("Apple bought 300 tons of rare earths from MP Materials in 2023.")[("SUPPLIES", "Apple")]
    assert "start" not in dict(qualifiers("Apple bought magnets from MP Materials last year.")[("SUPPLIES", "Apple")])


def test_who_is_hired_starts() -> None:
    assert ("start", "October 2017") in qualifiers("In October 2017 SMIC hired Liang Mong-song.")[("WORKS_FOR", "SMIC")]


def test_the_share_is_not_that_of_who_has_the_rest() -> None:
    doc = next(read(pipeline(), "TSMC buys 60% of its wafers from Soitec and most of the remainder from Siltronic."))
    shares = {text_of(doc, one.head): [q.text for q in bind(doc, one) if q.name == "share"] for one in reading_of(doc).relations}
    assert shares == {"Soitec": ["60%"], "Siltronic": []}


@pytest.mark.parametrize(
    ("text", "ends", "wanted"),
    [
        pytest.param(
            "AMD unveiled the MI355X, a processor with 288 gigabytes of HBM3E.",
            ("INPUT_TO", "AMD Instinct MI350"),
            [("quantity", "288 gigabytes")],
            id="how much of an input",
        ),
        pytest.param(
            "Infineon's plant at Kulim, with a capacity of 60,000 wafers a year, has not run flat out.",
            ("OPERATES", "Infineon plant in Kulim"),
            [("capacity", "60,000 wafers a year")],
            id="the capacity of a site",
        ),
        pytest.param(
            "60% of Dell's memory now comes from Samsung, up from a third in 2023.",
            ("SUPPLIES", "Dell Technologies"),
            [("share", "60%")],
            id="what it was before",
        ),
        pytest.param(
            "Dell buys 60% of its memory from Samsung, down from three-quarters in 2023.",
            ("SUPPLIES", "Dell Technologies"),
            [("share", "60%")],
            id="when it was more",
        ),
        pytest.param(
            "Intel is building a plant in Dresden for €780 million, of which Germany is paying €210 million.",
            ("SUBSIDISES", "Intel plant in Dresden"),
            [("amount", "€210 million")],
            id="a part of which",
        ),
    ],
)
def test_only_what_is_meant_is_bound(text: str, ends: tuple[str, str], wanted: list[tuple[str, str]]) -> None:
    assert [one for one in qualifiers(text)[ends] if one[0] != "product"] == wanted
