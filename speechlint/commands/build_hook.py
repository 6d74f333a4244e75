"""Build hook: the wheel brings its rules compiled, so that the first run reads no YAML either, its pages for man, and the web page if it was built."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_RULES = "speechlint/rules/"


_PAGES = {"zh": "share/man/zh_CN/man1", "en": "share/man/man1"}


def front_files(root: str) -> dict[str, str]:
    """Where the front end of the page was built, its files, and where they go in the wheel."""
    dist = os.path.join(root, "page", "dist")
    found = (os.path.join(at, name) for at, _, names in os.walk(dist) for name in names)
    return {path: f"speechlint/front/{os.path.relpath(path, dist).replace(os.sep, '/')}" for path in found}


class CompiledRules(BuildHookInterface[Any]):
    """Puts ``rules.bin`` beside the code, the pages where ``man`` looks; an editable install reads the rules as they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from speechlint.rulebook import catalogue, compiling

        path = os.path.join(self.directory, catalogue.COMPILED)
        os.makedirs(self.directory, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            self._copy_rules(folder)
            gc.disable()  # there is nothing to collect in all that is made
            compiling.write_shipped(os.path.join(folder, _RULES), path)
        build_data["force_include"][path] = f"speechlint/{catalogue.COMPILED}"
        build_data["force_include"].update(front_files(self.root))
        build_data["shared_data"].update(self._pages())

    def _pages(self) -> dict[str, str]:
        from speechlint.commands.manpage import page

        made: dict[str, str] = {}
        for lang, folder in _PAGES.items():
            path = os.path.join(self.directory, f"speechlint.{lang}.1")
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(page(lang) + "\n")
            made[path] = f"{folder}/speechlint.1"
        return made

    def _copy_rules(self, folder: str) -> None:
        """Only what goes into the wheel: other files may lie about in a checkout."""
        for file in self.build_config.builder.recurse_included_files():
            place = file.distribution_path.replace(os.sep, "/")
            if place.startswith(_RULES):
                target = os.path.join(folder, place)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                shutil.copy(file.path, target)
