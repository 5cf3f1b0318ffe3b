"""The option `--date`, which several commands take."""

from graph.errors import SettingsError


def day(date: str | None) -> str | None:
    """`date`, if it is one or not given.

    Raises
    ------
    SettingsError
        If it is none."""
    from graph.dates import first_day

    if date is not None:
        try:
            first_day(date)
        except ValueError as error:
            raise SettingsError(f"--date: {error}") from None
    return date
