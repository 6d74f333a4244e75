"""``python -m speechlint``。"""

from speechlint.cli import run

run()
