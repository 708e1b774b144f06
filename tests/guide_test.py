"""The guide for publishers names every column of every table, in both languages."""
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "assets" / "data"))
sys.dont_write_bytecode = True
from profile_tables import COLUMNS, ENUMS  # noqa: E402


def sections(language):
    """{table: what the guide says of it}"""
    text = (ROOT / f"assets/guide/publish.{language}.md").read_text(encoding="utf-8")
    parts = re.split(r"^\*\*(\w+)\.csv\*\*", text.partition("\n## 3")[0], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


class Guide(unittest.TestCase):
    def test_every_column_and_every_word_of_a_choice_is_named(self):
        for language in ("vi", "en"):
            said = sections(language)
            self.assertEqual(set(said), set(COLUMNS), language)
            for table, columns in COLUMNS.items():
                named = re.findall(r"`([^`]+)`(?=\\?\*?[,:])", said[table])
                self.assertEqual([column for column in columns if column not in named], [], (language, table))
            for (table, column), words in ENUMS.items():
                self.assertEqual([word for word in words.split() if not re.search(rf"\b{word}\b", said[table])], [],
                                 (language, table, column))


if __name__ == "__main__":
    unittest.main()
