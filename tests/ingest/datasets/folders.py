"""A folder of the five ETO files, small and written by hand, with names of nobody."""

from pathlib import Path

SIZE = "market_share_chart_global_market_size_info"
FILES = {
    "inputs.csv": f"""input_name,input_id,type,stage_id,description,{SIZE}
Advanced widgets,N1,process,S1,"one, ""two""
three",$5.7 billion (2019)
Scanners,N20,tool_resource,,,about $1 billion (2019)
Wafers,N26,material_resource,,,
Lenses,N27,tool_resource,,,$21 million
Finished chip,N99,ultimate_output,,,
""",
    "providers.csv": """provider_name,provider_id,provider_type,country
NLD,P1,country,
JPN,P2,country,
Various,P3,country,
MAL,P4,country,
ASML,P5,organization,NLD
Obscurex,P6,organization,JPN
Nvidia,P7,organization,USA
""",
    "provision.csv": """provider_name,provider_id,provided_name,provided_id,share_provided,negligible_market_share
NLD,P1,Scanners,N20,60%,
JPN,P2,Scanners,N20,20%,
Various,P3,Scanners,N20,40%,
MAL,P4,Scanners,N20,,negligible
ASML,P5,Scanners,N20,60%,
Obscurex,P6,Scanners,N20,,
JPN,P2,Wafers,N26,,
Obscurex,P6,Lenses,N27,90%,
JPN,P2,Design,S1,100%,
""",
    "sequence.csv": """input_name,input_id,goes_into_name,goes_into_id,is_type_of_name,is_type_of_id
Lenses (all),N27,,,Scanners,N20
Scanners,N20,Finished chip,N99,,
Wafers,N26,Finished chip,N99,,
""",
    "stages.csv": f"""stage_id,stage_name,description,{SIZE}
S1,Design,words,Over $70 billion (2019)
S2,Fabrication,words,
""",
}


def folder(path: Path, **changes: tuple[str, str]) -> Path:
    """The files under `path`; `provision=("60%", "161%")` writes the one where the other stood in provision.csv."""
    for name, text in FILES.items():
        old, new = changes.get(name.removesuffix(".csv"), ("", ""))
        assert old in text
        (path / name).write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
    return path
