"""Words that tell what kind of thing a name names: the last words of firms, bodies and laws, the nouns and verbs beside them.

Lists alone; ingest/runs.py cuts names by them, ingest/votes types names by them."""

from functools import lru_cache
from pathlib import Path


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STRICT_LEGAL = _set(
    "eood ood ad s.r.l s.p.a b.v n.v inc inc. corp corp. corporation ltd ltd. limited llc l.l.c. llp plc gmbh ag nv n.v. bv b.v. ab asa oyj kk k.k. co. pte pte. pty pty. "
    "bhd bhd. spa s.p.a. s.a. sa se s.r.l. srl sarl sas kg kgaa as a/s fze fzco jsc pjsc ooo sdn sdn. a.s. s.e. s.r.o. kft kft. zrt zrt. "
    "nyrt nyrt. ltda ltda. lda lda. pvt pvt. tbk tbk. d.o.o. d.d. o.o. oy aps l.p. lp a.ş. s.à r.l. s.l. s.c.a."
)
"""Legal forms: a name that ends in one is a firm's."""
SMALL_LEGAL = _set("plc gmbh llc llp oyj bhd pte pty asa inc ltd corp srl nv bv limited")
"""Those that are no other word and end a name also when written small."""
CORPORATE = STRICT_LEGAL | _set(
    "co holdings holding group technologies technology tech semiconductor semiconductors semi systems electronics electric industries "
    "industrial laboratories materials microelectronics microsystems microdevices micro motors motor automotive chemical chemicals energy power "
    "pharmaceuticals pharma therapeutics biologics bancorp bank capital partners ventures equity investments investment foundry foundries "
    "steel mining minerals metals resources robotics photonics optics optronics networks software solutions airlines aerospace aviation "
    "devices instruments components logistics shipping trading telecom telecommunications communications wireless mobile media entertainment "
    "games labs insurance securities brothers sons & compute computing cloud data analytics intelligence ai cybersecurity packaging assembly "
    "interconnect silicon silicones wafers substrates lithography lasers sensors circuits memory storage displays display batteries battery "
    "solar wind renewables petroleum oil gas petrochemical rubber glass ceramics precision engineering machinery machines tools manufacturing "
    "works fabrication services consulting advisory associates management fund industriel shipyard shipbuilding heavy semicon seimitsu estates chips chip wafer equity circuit boards memories modules lasers batteries displays fabs drives turbines sensing imaging estates opto motorworks carbon logic graphite lithium nickel cobalt cell cells cables cable dynamics innovations innovation products enterprises brokerage freight lines carriers marine wire wires fibre fiber alloys polymers plastics coatings paper textiles foods health digital gases investimentos diagnostics genomics biotech agro seeds farms property realty estate motorsport spirits breweries auto autos parts mechatronics automation controls chem kemi energi energie energia tape tapes gear gears rotor truck trucks defence defense avionics castings forge crystal accu kasei optik photonik stahl draht glas linsen mobility infra space grid drones drone antenna axle pumps bearings magnets resins polymer vision maritime aero"
)
"""Last words of a firm's name of two or more words."""
STRONG_CORPORATE = STRICT_LEGAL | _set(
    "holdings holding group technologies technology semiconductor semiconductors systems electronics industries microelectronics microsystems "
    "microdevices motors chemical chemicals photonics optics ventures capital partners foundry foundries robotics therapeutics networks "
    "software solutions laboratories materials mining minerals metals resources instruments devices automotive bancorp silicon biologics "
    "denki denko denka kogyo seiki kagaku shoji seisakusho boseki sangyo kasei jidosha kinzoku garasu seimitsu motoren chemie elektronik "
    "elektro elektronika elektroniikka elettronica electronica electrónica électronique eletrônica minerais mineração minería química quimica "
    "chimica chimie kimya glas optik optiikka energie energia energía werke industrie industria industrias magneti magnettechnik"
)
PERSON_TITLES = _set(
    "ceo cfo cto coo chairman chairwoman chairperson chair president director founder cofounder co-founder chief minister secretary analyst "
    "spokesman spokeswoman spokesperson mr mr. mrs mrs. ms ms. dr dr. prof prof. sir dame lord executive officer head manager senator "
    "representative congressman congresswoman commissioner governor premier chancellor ambassador researcher professor economist strategist "
    "partner engineer counsel treasurer undersecretary under-secretary mayor judge justice lawyer attorney king queen prince sheikh author"
)
TITLE_PARTS = _set(
    "vice deputy senior executive managing assistant associate acting interim former prime trade economy economic finance foreign industry "
    "commerce defence defense energy technology operating financial general board group co security national"
)
"""Words that may stand inside a title: "Deputy Trade Minister"."""
ROLE_NOUNS = _set(
    "rival rivals startup start-up chipmaker chipmakers toolmaker carmaker automaker supplier suppliers customer customers subsidiary unit "
    "parent affiliate partner partners distributor reseller foundry utility owner investor investors shareholder lender peer competitor maker makers"
)
COMPANY_NOUNS = _set(
    "bidder company firm maker chipmaker toolmaker automaker carmaker drugmaker planemaker phonemaker startup manufacturer supplier foundry producer "
    "developer designer vendor distributor reseller operator conglomerate giant provider unit subsidiary affiliate retailer miner bank "
    "brokerage contractor utility refiner group arm division corporation business enterprise chain wholesaler integrator customer client "
    "packager assembler fabricator smelter spinoff spin-off unicorn hyperscaler rival competitor parent insurer lender carrier consultancy "
    "airline brewer publisher broadcaster multinational specialist trader broker shipper steelmaker batterymaker shareholder investor "
    "subcontractor backer owner exporter importer intermediary dealer buyer seller start-up fund brand label tenant licensee licensor recycler packager "
    "weaver spinner caster forger moulder packer upstart newcomer incumbent champion outfit host hoster shipbuilder glassmaker truckmaker lasermaker memorymaker wafermaker player venture house chaebol consortium grower"
)
RESEARCH_NOUNS = _set("institute academy laboratory lab university college institution polytechnic center centre")
CHIP_NOUNS = _set(
    "chip chips gpu gpus accelerator accelerators processor processors cpu cpus npu npus tpu asic asics soc chipset chipsets microcontroller "
    "microcontrollers fpga fpgas modem modems cards semiconductor semiconductors microprocessor microprocessors"
)
MODEL_NOUNS = _set("model models chatbot chatbots llm llms")
PRODUCT_NOUNS = _set(
    "scanner scanners system systems machine machines tool tools platform software drone drones laser lasers server servers robot robots "
    "phone phones smartphone smartphones handset car cars sedan suv truck vehicle vehicles battery batteries router routers sensor sensors "
    "camera cameras module modules satellite satellites missile missiles interposer substrate film resist drive drives device devices line "
    "series suite compiler assistant console tablet laptop laptops switch switches stepper steppers etcher rack racks service toolkit library app"
)
PRODUCT_NAMED = _set("called named dubbed codenamed code-named branded known")
SITE_NOUNS = _set("fab gigafactory megafab campus plant factory mine smelter refinery shipyard port complex park site")
POLICY_LAST = _set(
    "act rule rules regulation regulations directive law laws order list code plan strategy initiative program programme framework agreement "
    "accord treaty pact blueprint decree ordinance notice bill guidelines mechanism sanctions controls tariffs ban measures scheme direction determination"
)
GOV_FIRST = _set("ministry department bureau office agency commission directorate")
GOV_LAST = _set(
    "ministry department commission agency bureau administration authority council parliament congress senate committee court tribunal "
    "treasury directorate inspectorate secretariat pentagon navy army customs regulator unit office board service police"
)
GOV_WORDS = _set(
    "ministry department commission bureau agency court administration committee authority parliament congress council senate "
    "government treasury pentagon regulator cabinet tribunal customs secretariat directorate"
)
OFFICES = _set(
    "state trade commerce industry economy finance treasury energy defence defense technology foreign science electronics agriculture mining "
    "interior mines resources transport environment education health labour labor investment infrastructure digital innovation"
)
"""What a ministry, department or secretary is for."""
TERRITORY = _set(
    "county province state district prefecture territory region valley island islands peninsula sea strait ocean oblast canton"
)
CORPORATE_VERBS = _set(
    "supply produce manufacture acquire announce ship sell buy source license unveil launch invest assemble package rely depend outsource "
    "procure distribute export import partner compete own operate employ order purchase open build expand fabricate deliver design develop "
    "make mine refine process hire hold raise report post book use merge spin list delist supply resell stockpile customise customize tape "
    "shut idle restart halve double triple cut secure win sign refuse decline qualify account procure reject"
)
OBJECT_VERBS = _set(
    "acquire supply buy own control sue fine sanction blacklist back fund finance accuse outbid overtake rival equip qualify drop ditch"
)
PARTY_PREPS = _set("from to with by for of against on upon")
PARTY_TRIGGERS = _set(
    "talk talks negotiation negotiations buy source purchase supply sell ship deliver partner compete invest stake subsidiary unit customer supplier contract order deal venture "
    "agreement partnership acquisition division arm share distributor client rival competitor owner parent shareholder investment license "
    "licence rely depend dependent reliant reliance dependence procure import export obtain outsource manufacture make produce package develop design build owned made backed controlled "
    "work team cooperate collaborate lease rent merger get receive draw obtain order qualify delivery shipment"
)
FIRM_THINGS = _set(
    "share shares stock revenue ceo cfo chief chairman founder plant plants fab fabs customer customers chip chips supplier suppliers "
    "subsidiary unit factory factories product products order orders board profit sale sales spokesman spokeswoman spokesperson executive "
    "executives management headquarters engineer engineers foundry technology tool tools scanner scanners lithography fabs output capacity "
    "earnings business operation operations parent investor investors shareholder shareholders processor processors gpus gpu cloud line lines"
)
PERSON_NOUNS = PERSON_TITLES - {"partner", "head"} | _set("engineer co-author trader owner scientist adviser advisor official veteran")
PLACE_PREPS = _set("in near outside around across throughout above")
NOT_NAMES = _set(
    "the a an this that these those it its he she they we i our their his her my your in on at of for and but or as by from with to if when "
    "while after before since however although though because according meanwhile also both some many most all such other another new recent "
    "last next first second third under over analysts officials today yesterday tomorrow ai tech ceo cfo cto ip it industry market supply chip "
    "chips cloud monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december q1 q2 q3 q4 yet still even once until unless whether neither nor either not no yes so then there here what who whose "
    "which where why how asked separately instead moreover furthermore nevertheless nonetheless thus hence despite amid among between during "
    "through without within against about above below per more less few fewer several each every any much two three four five six seven "
    "eight nine ten you i shares sales revenue profit one only just perhaps maybe indeed overall together currently previously formerly initially "
    "anyone everyone someone nobody finally later earlier now too further additionally elsewhere does do did is are was were has have had can could will would should"
)
TERMS = GOV_WORDS | POLICY_LAST | SITE_NOUNS | _set("company center centre office board council bank fund")
"""Words that stand for a name used in full before: "the Commission", "the Order"."""
STOP = _set(
    "ai tech ceo cfo cto coo gpu gpus cpu cpus it ip r&d ipo esg iot vr ar 5g 6g 4g api gdp usd eur q1 q2 q3 q4 euv duv hbm dram nand ev evs "
    "llm llms roi saas m&a covid covid-19 internet christmas cloud government state congress board company group inc corp ltd co chief "
    "item exhibit table figure section article annex appendix note part chapter editor reporting editing comments faq pdf ok sec mou kyc "
    "fy hq oem oems odm odms osat osats asic asics soc fpga fpgas pcb ic ics nm mw gw kwh twh pmic mcu mcus cmos mems gaas sic gan ebitda eps rf led leds lcd oled ac dc usb pcie ddr lpddr gddr ssd ssds nor sram mlcc mlccs vcsel igbt igbts lng eda uv dfb arf krf finfet gaa tsv rdl cmp cvd pvd ald mocvd pecvd lfp nmc ncm nca nvme serdes eml dpu dpus "
    "nvlink cxl ucie rdma bms ecu ecus adas inp hemt jfet amoled mlc tlc qlc hdi pcba smt dwdm hvdc psu customs"
)
GENERIC_FIRST = _set(
    "advanced national general united global first american international new great bank university institute industrial central eastern "
    "western northern southern north south east west asia pacific european state royal digital smart green blue big one the power energy "
    "chip semiconductor micro data cloud tech electric precision"
)
"""First words by which no firm is called for short."""
CONNECTORS = _set("und et y del van der den de von bin al el la le du da do dos di ibn ten ter zu af")
NAMES_WITH_OF = _set(
    "bank university ministry department bureau institute academy college office court commission council association board chamber house "
    "republic kingdom people's fund company school federation union state city administration academy directorate committee secretary center"
)
GIVEN = tuple(Path(__file__).parent / "lexicon" / name for name in ("given_names.txt", "given_names_world.txt"))


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names, and surnames that stand first, as they are written."""
    lines = [line for path in GIVEN for line in path.read_text(encoding="utf-8").splitlines()]
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())
