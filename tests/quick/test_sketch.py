from speechlint.quick.numbers import pair_hashes
from speechlint.quick.sketch import holds, sketch

WORDS = [chr(0x4E00 + at) + chr(0x5000 + 7 * at) for at in range(500)]


def test_a_sketch_holds_nearly_all_of_its_words_and_hardly_another() -> None:
    table = sketch(WORDS)
    assert sum(holds(table, word) for word in WORDS) > 460
    assert sum(holds(table, word[::-1]) for word in WORDS) < 5


def test_pairs_of_characters_are_hashed_in_order() -> None:
    hashes = pair_hashes("安全安全", 0xFFFF).tolist()
    assert hashes[0] == hashes[2] == (ord("安") ^ ord("全") << 5) & 0xFFFF
    assert hashes[0] != hashes[1]
