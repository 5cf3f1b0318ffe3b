"""The version is what caches are keyed by: it never comes back."""

from graph.store import Store
from tests.factory import told


def test_a_wipe_does_not_bring_an_old_version_back(store: Store) -> None:
    store.write(told("TSMC supplies NVIDIA.", "SUPPLIES", "company:tsmc", "company:nvidia"))
    before = store.version()
    store.wipe()
    assert store.version() > before
