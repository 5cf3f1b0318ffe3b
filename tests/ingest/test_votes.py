"""Names that no lexicon lists: where they begin and end, and what they are."""

import pytest

from tests.ingest.reading_aloud import names


@pytest.mark.parametrize(
    "text",
    ["Brokers cut the price target of Intel.", "Intel's balance sheet is strong."],
)
def test_what_is_no_thing_is_no_product(text: str) -> None:
    assert "Product" not in names(text).values()


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("Brantholt Optik AG makes lenses in Jena.", "Brantholt Optik", "Company"),
        ("It is owned by Oberwaldner Trade Pte. Ltd. of Singapore.", "Oberwaldner Trade", "Company"),
        ("Piroska Elektronika Kft. packages chips.", "Piroska Elektronika", "Company"),
        ("Polon Sp. z o.o. sells magnets.", "Polon", "Company"),
        ("It is owned by Minas do Varzeal, S.A., of Brazil.", "Minas do Varzeal", "Company"),
        ("Baek Do-hwan, head of procurement at Micron, agreed.", "Baek Do-hwan", "Person"),
        ("Kvarnholm Gas AB makes gases. The ministry has granted Kvarnholm Korea €11 million.", "Kvarnholm Korea", "Company"),
        ("U.S. fund manager Ardley Point has owned 6% of Micron since 2024.", "Ardley Point", "Company"),
        ("U.S. fund manager Kenji Sato has owned 6% of Micron since 2024.", "Kenji Sato", "Person"),
        ("Bosch buys two-thirds of its silicon carbide from South Korea's Baekdam.", "Baekdam", "Company"),
        ("Bosch stopped deliveries to Uralmotiv in March 2022.", "Uralmotiv", "Company"),
        ("Malaysia's trade ministry said no permit had been granted.", "Malaysia trade ministry", "GovBody"),
        ("Shares of Veldora fell after the chipmaker cut its outlook. Veldora said demand was weak.", "Veldora", "Company"),
        ("The Kestrav Institute for Materials Research tested the wafers.", "Kestrav Institute for Materials Research", "ResearchOrg"),
        ("The Kestrav Institute of Technology tested the wafers.", "Kestrav Institute of Technology", "ResearchOrg"),
        ("Marta Lindqvist, chief executive of Brantholt, resigned.", "Marta Lindqvist", "Person"),
        ("A smelter that PT Lestari Timah runs was shut.", "PT Lestari Timah", "Company"),
        ("The firm lists Ludovika Motors and Norrsken Tåg among its buyers.", "Norrsken Tåg", "Company"),
        ("The Department for Trade and Industrial Strategy signed the order.", "Department for Trade and Industrial Strategy", "GovBody"),
        ("It was bought by Kuniyoshi Capacitor, of Okayama, which makes parts.", "Okayama", "City"),
        ("Lisbon, 19 June 2025 -- The grant was awarded today.", "Lisbon", "City"),
        ("The plan does not replace the Minho Tax Credit.", "Minho Tax Credit", "Policy"),
        ("Samsung India, a unit of Samsung, makes phones.", "Samsung India", "Company"),
        ("He told Intel China would act.", "China", "Country"),
        (
            "The company said that it runs a large new data centre in Bruyères-le-Châtel, a little south of Paris.",
            "Bruyères-le-Châtel",
            "City",
        ),
        ("The site belongs to Miskolc Glass Kft. The plant in Miskolc employs many; more are hired in Miskolc.", "Miskolc", "City"),
        ("It sells blanks to the defence house Teixidor Sistemas.", "Teixidor Sistemas", "Company"),
        ("Hollis Vane, the company behind the Mirabel family of language models, grew.", "Mirabel", "AIModel"),
        ("Baekdam AI trained Sori-2 on the Gaon 300 in a month.", "Sori-2", "AIModel"),
        ("Baekdam AI trained Sori-2 on the Gaon 300 in a month.", "Gaon 300", "Chip"),
        ("Anchorite, the Toronto model maker, trained Stylite 4. Still, Stylite 3 was slower.", "Stylite 3", "AIModel"),
        ("Anchorite, the Toronto model maker, trained Stylite 4.", "Anchorite", "Company"),
        ("Its data centre bristles with Bolt-X processors.", "Bolt-X", "Chip"),
        ("Omnis Compute has ordered 4,000 Loon 3 accelerators from Red Willow.", "Loon 3", "Chip"),
        ("Orbeline, based in Lyon, is one of three firms that make capacitors.", "Orbeline", "Company"),
        ("Only Stannard, a family firm, makes it. Joanna Stannard agreed.", "Stannard", "Company"),
        ("Germany granted Elbtaler Halbleiter €610 million in May.", "Elbtaler Halbleiter", "Company"),
        ("Oplume was spun out of Corvelle in 2022.", "Corvelle", "Company"),
        ("Bosch leads, according to researchers Tidewell & Crane.", "Tidewell & Crane", "Company"),
        ("Vellum Chips, based in Lincoln, makes lasers.", "Lincoln", "City"),
        ("The Regional Administrative Court of Lazio upheld the fine.", "Regional Administrative Court of Lazio", "GovBody"),
        ('"They promise jobs," said Pilar Ibarlucea, 71, whose brothers signed.', "Pilar Ibarlucea", "Person"),
        ("Cask & Ember, out of Bristol, unveiled a chip.", "Bristol", "City"),
        ("The Temboro Fund of Singapore put money into it.", "Temboro Fund", "Company"),
        ("It is barred under Article 9 of the Strategic Goods Act.", "Strategic Goods Act", "Policy"),
        ("The ministry put three firms on the End-User Watch List.", "End-User Watch List", "Policy"),
        ("The Federal Cartel Office fined the maker.", "Federal Cartel Office", "GovBody"),
        ("General Licence KR-7 covers substrates.", "General Licence KR-7", "Licence"),
        ("Licence 0713/26 was granted to Bosch.", "Licence 0713/26", "Licence"),
        ("It has export permit No. 8/2026 for lasers.", "export permit No. 8/2026", "Licence"),
        ("Resolution 31, published by Spain, bans exports.", "Resolution 31", "Policy"),
        ("The order replaced the Import Schedule 2018.", "Import Schedule 2018", "Policy"),
        ("Amendment No. 4 will widen it.", "Amendment No. 4", "Policy"),
        ("The order covers zirconium tetrachloride.", "zirconium tetrachloride", "Material"),
        ("It lends Wrenholm Metals a fan. The agency granted it General Permit 7.", "General Permit 7", "Licence"),
        ("It rents racks from Seoul's Haneul Hosting.", "Seoul", "City"),
        ("The unit published the Export Control (Amendment) Order 2026.", "Export Control (Amendment) Order 2026", "Policy"),
        ("It replaces the Interim Cryogenic Measures made in 2025.", "Interim Cryogenic Measures", "Policy"),
        ("The Marine Licensing Directorate (MLD) has acted. MLD spoke.", "MLD", "GovBody"),
        ("Adeyemi Devices will use the substrates in its Zuma 5 from 2027.", "Zuma 5", "Product"),
        ("From October, Pelitara will package the Orrery 2 for Tallis Compute.", "Orrery 2", "Chip"),
        ("Thornybeck Cryogenics Ltd, of Harwell, makes lasers.", "Harwell", "City"),
        ("Brenner Kabel makes cables at a fab in Hexley, Northmarch. The Hexley fab will stay.", "Hexley", "City"),
        ("Brenner Kabel makes cables at a fab in Hexley, Northmarch.", "Northmarch", "Region"),
        ("Waferlight of Eindhoven has closed a round.", "Waferlight", "Company"),
        ("In 2025 Bosch sold Sentavo, which makes sensors, to Marrow Hill.", "Sentavo", "Company"),
        ("Fenghe Board of Taiwan, which makes boards, has enough.", "Fenghe Board", "Company"),
        ("Corbel, of Montreal, has released a model.", "Corbel", "Company"),
        ("It was made under the Export Control (Semiconductor Items) Order.", "Export Control (Semiconductor Items) Order", "Policy"),
        ("The packager runs it at its Selasih Works near Ipoh.", "Selasih Works", "Facility"),
        ("The Strategic Industries Office of Canada gave it a loan.", "Strategic Industries Office of Canada", "GovBody"),
        ("It refines lithium in Idaho Falls, Idaho.", "Idaho Falls", "City"),
        ("PUNE, India, and LYON, France, May 6, 2026 -- Intel grew.", "Pune", "City"),
        ("The firm runs a smelter in Mo i Rana, Norway.", "Mo i Rana", "City"),
        ("Aurelio Kwan-Baptista runs it. Kwan-Baptista denied that.", "Aurelio Kwan-Baptista", "Person"),
        ("OSLO, April 14 - The Norwegian firm Fjellbris said it had ordered chips.", "Oslo", "City"),
        ("Kestane Holding A.Ş. bought 5% of Intel.", "Kestane Holding", "Company"),
        ("Perak Clay Sdn. Bhd., a unit of Intel, runs a mine.", "Perak Clay", "Company"),
        ("The Ministry of Trade and Technology of Norway issued the rules.", "Ministry of Trade and Technology", "GovBody"),
        ("Bolivia's Energy and Mines Ministry fined Intel.", "Energy and Mines Ministry", "GovBody"),
        ("South Korea's Dae-il Steel supplies Intel.", "Dae-il Steel", "Company"),
        ("Toho Katsura, until 2023 a unit of Intel, is in Japan.", "Toho Katsura", "Company"),
        ("Intel owns 62% of Toho Katsura.", "Toho Katsura", "Company"),
    ],
)
def test_what_an_unlisted_name_is(text: str, name: str, type: str) -> None:
    found = names(text)
    assert found.get(name) == type, found


def test_half_of_a_joined_surname_is_nobody() -> None:
    assert list(names("Aurelio Kwan-Baptista runs it. Kwan-Baptista denied that.").values()).count("Person") == 1


def test_a_firm_before_its_chip_is_a_name_of_its_own() -> None:
    assert {"NVIDIA": "Company", "NVIDIA H200": "Chip"}.items() <= names("Bosch uses NVIDIA H200 processors.").items()


@pytest.mark.parametrize(
    "text",
    [
        "Customs records show that 37 pallets left.",
        "Demand is strong. Supply is weak. However, prices fell.",
        "Analysts Expect Prices To Fall Further This Year\n\nPrices are expected to fall, analysts said.",
        "In January, the committee met; Chapter 7 was not discussed.",
    ],
)
def test_a_capital_alone_makes_no_firm(text: str) -> None:
    assert "Company" not in names(text).values()


@pytest.mark.parametrize("text", ["PERTH, June 18 (Coastwire) -- Intel grew.", "Intel hired Anna Berg, Director of Licensing at Dell."])
def test_an_agency_or_a_department_is_no_firm(text: str) -> None:
    assert not {"Coastwire", "Licensing"} & names(text).keys()
