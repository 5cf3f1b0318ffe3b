"""What quantities are counted in: expressions for units, for abbreviations joined to their number and for rates."""

_THINGS = (
    "chips?|semiconductors?|processors?|accelerators?|GPUs?|CPUs?|wafers?|units?|servers?|racks?|"
    "vehicles|cars|trucks|phones|smartphones|handsets|iPhones|devices|batteries|cells|panels|machines|systems|tools|scanners|"
    "employees|workers|jobs|engineers|people|staff|users|data cent(?:er|re)s|plants|factories|fabs|sites|parameters|tokens|satellites|"
    "pumps|cards|reactors|lasers|magnets|modules?|transistors|qubits|components|parts|stores|patents|shares|"
    "etchers|bonders|steppers|refrigerators|furnaces|presses|implanters|robots|turbines|transformers|engines|drones|missiles|aircraft|"
    "helicopters|ships|vessels|tankers|containers|pallets|crates|drums|cylinders|consignments|shipments|halls|stacks|looms|"
    "interferometers|microscopes|testers|probers|buses|locomotives|electrolysers|electrolyzers|kilns|orders"
)
ONE = frozenset("chip semiconductor processor accelerator GPU CPU wafer server".split())
"""What is one where it is said without an s."""
_MEASURES = (
    "tonnes|tons?|kilograms?|kilos|barrels?|gigawatt[- ]hours?|terawatt[- ]hours?|megawatt[- ]hours?|kilowatt[- ]hours?|"
    "megawatts?|gigawatts?|kilowatts?|watts|volts|gigabytes?|terabytes?|petabytes?|bits|litres|liters|ounces|carats|"
    "kilomet(?:er|re)s?|miles|(?:square|cubic) (?:kilomet(?:er|re)s?|met(?:er|re)s?|feet|miles)|hectares|acres|"
    "(?<!-)(?:nanomet(?:er|re)s?|millimet(?:er|re)s?|inch(?:es)?)|nm|mm|km"
)
JOINED = "GWh|TWh|MWh|kWh|GWp|MWp|GW|MW|kW|kg|kt|GB|TB|PB|wpm|tpa|mtpa|bpd|TEU"
"""Abbreviations that may stand right behind the number: "1.2GW"."""
UNITS = f"{_THINGS}|{_MEASURES}|{JOINED}"
_PER = "(?:day|week|month|quarter|year)"
RATE = rf"(?: (?:a|per|each|every) {_PER}| annually| monthly| weekly| daily| a piece)"
"""So much in so long."""
