"""A Word file with some parts changed or added, all others byte for byte as they were."""

from __future__ import annotations

import zipfile
from io import BytesIO

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.readers.word.package import Package

_DATE = (1980, 1, 1, 0, 0, 0)


def written(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The bytes of the file with ``changed`` parts; the same input gives the same bytes."""
    made = BytesIO()
    rest = dict(changed)
    with zipfile.ZipFile(made, "w") as archive:
        archive.comment = package.zip.comment
        for one in package.zip.infolist():
            data = rest.pop(one.filename, None)
            if data is None:
                data = package.zip.read(one)
            archive.writestr(_like(one), data, one.compress_type)
        for name, data in rest.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _like(one: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The description of an entry, without what is computed anew."""
    made = zipfile.ZipInfo(one.filename, one.date_time)
    made.external_attr, made.create_system, made.comment = one.external_attr, one.create_system, one.comment
    return made
