"""Words of goods: nouns that call them, what narrows such a noun, and what makes it none."""

import re

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
        "stripper computer software firmware compiler toolkit middleware emulator simulator mould die stamper gauge generator preform "
        "interconnect igbt mosfet thyristor rectifier switchgear contactor encoder thruster injector nozzle piston radiator alternator "
        "headlamp microphone speaker printer projector polymer epoxy lubricant dye ink silane silicone ferrite laminate prepreg crucible "
        "susceptor splitter sealant diaphragm gasket bushing forging stamping showerhead solenoid photodiode modulator spindle shaft kiln "
        "sputterer dicer aligner fpga asic ssd prism bellows manifold syringe catheter "
        "probe socket carrier pod cassette disc epilayer concentrate ore chuck heater debonder cloth "
        "buffer implanter oscilloscope autoclave magnetron ballast settler goniometer"
    ).split()
)
"""Head nouns, in the singular."""
STUFF = frozenset(
    (
        "resin solvent gas chemical precursor slurry powder oxide fluoride carbide nitride arsenide phosphide polysilicon ingot alloy foil "
        "metal carbonate electrolyte cloth glass fibre fiber photoresist resist adhesive paste solder catalyst crystal "
        "concentrate ore epilayer compound polymer epoxy lubricant dye ink silane silicone prepreg mixture"
    ).split()
)
COMPOUNDS = frozenset(
    (
        "system unit equipment plate pack driver ic ics set assembly component device instrument sheet tube rod stack array rail chip "
        "source layer core blank metal carbonate machine tool kit loom mosfet igbt press shelf package "
        "compound wire station link oven lathe drill stage column viewport rod fastener tank vessel vehicle"
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
ANOTHER = re.compile(
    r"(?:mono|di|tri|tetra|penta|hexa)?(?:chlor|ox|fluor|nitr|carb|sulph|sulf|hydrox|phosph|arsen|brom|iod|selen|tellur|hydr|tungst|titan|carbon)"
    r"(?:ides?|ates?|ites?)|sponge|sand|powder|concentrate|metal"
)
"""What makes another material of one: "hafnium sponge", "zirconium tetrachloride"."""
GRADES = frozenset("synthetic flake sintered metallurgical".split())
GRADED = frozenset("grade purity zone".split())
"""What ends the name of a grade: "high-purity"."""
TECHNICAL = frozenset(
    (
        "ceramic programmable analog analogue digital neural photonic optical automotive discrete wireless cryogenic epitaxial ultrasonic "
        "electronic electrical"
    ).split()
)
"""Adjectives that make a kind of goods of such a noun."""
OF_A_FIRM = frozenset("designed backed funded listed controlled sourced produced supplied related assembled branded".split())
"""What a hyphen joins to the name of a firm or a country: "Intel-designed modules"."""
AID = frozenset(
    "aid rescue sanctions stimulus pay support incentive subsidy reform measures spending relief investment funding policy".split()
)
"""What a package is of that is no goods."""
AIMS = frozenset("price sales profit growth revenue production output emissions climate inflation deficit earnings".split())
"""What a target is of that is no goods."""
WATCHING = frozenset(
    "antitrust competition market financial banking energy telecoms media data privacy industry state federal national".split()
)
"""Of what a regulator is no goods."""
NO_THINGS = frozenset([("sheet", "balance"), ("engine", "search"), ("machine", "war")])
RAYS = frozenset("light ion power plasma laser radiation implantation beam photon neutron electron x-ray sputter evaporation".split())
"""What comes from a source that is goods, unlike that of news or money."""
BARE = frozenset(
    (
        "magnet substrate capacitor reactor microcontroller photoresist polysilicon inverter transistor diode resistor inductor "
        "transformer photomask interposer leadframe microprocessor chiplet etcher debonder anode cathode electrolyte "
        "oscillator oscilloscope implanter photodiode spectrometer gyroscope accelerometer interferometer"
    ).split()
)
"""Goods that are a category without a word before them."""
PREFIXES = tuple(
    "cryo turbo micro nano photo electro bio super ultra thermo piezo opto gyro hydro servo tele ferro magneto poly mini epi".split()
)
"""What makes a kind of goods of such a noun without another word."""
PLAIN = frozenset(
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
    (
        "etching moulding molding polishing bonding cleaning coating plating sputtering dicing charging doping annealing slicing drawing "
        "superconducting cutting winding welding casting grinding lapping switching routing sensing imaging timing"
    ).split()
)
"""Gerunds that narrow goods whatever the parse takes them for: "makes etching gases"."""
