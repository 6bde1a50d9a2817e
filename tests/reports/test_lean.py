"""Fewer bytes for the same page: what a browser makes of it stays the same."""

from __future__ import annotations

import pytest

from reports import lean


def test_a_style_sheet_keeps_its_words_and_the_spaces_that_mean_something():
    text = """
    /* A remark. */
    .a > .b, .c .d { content: " · ; { } "; margin: 0 calc(1rem + 2px); }
    @media print { a:hover { color: red !important; } }
    """
    assert lean.style(text).rstrip() == (
        '.a>.b,.c .d{content:" · ; { } ";margin:0 calc(1rem + 2px)}@media print{a:hover{color:red !important}}'
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('const a = "x = y, { z }"; // why', 'const a="x = y, { z }";'),
        ("const b = `one ${a} , two`;", "const b=`one ${a} , two`;"),
        (r"const c = /^(.*?) (?: [+−]\S+)$/.test(a) ? 1 : -1;", r"const c=/^(.*?) (?: [+−]\S+)$/.test(a)?1 :-1;"),
        ("const d = a - -b / c;", "const d=a - -b/c;"),
        ("return -1;", "return -1;"),
        ('const e = "https://example.org";', 'const e="https://example.org";'),
        ("let f\nlet g", "let f\nlet g"),
    ],
)
def test_a_script_loses_no_sign_that_counts(written: str, kept: str):
    assert lean.script(written).rstrip() == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('<a class="x" title="two words" href="#c-1">', '<a class=x title="two words" href=#c-1>'),
        ('<input value="" title="a=b" name="c&amp;d">', '<input value title="a=b" name="c&amp;d">'),
        ('<rect x="1" width="5%"/>', '<rect x=1 width="5%"/>'),
        ("<p>&#34;Yes,&#39; it said &lt;b&gt; &amp;#34;", "<p>\"Yes,' it said &lt;b&gt; &amp;#34;"),
        ('<p title="&#34;&gt;">a="b" c</p>', '<p title="&#34;&gt;">a="b" c</p>'),
        ("<ul>\n<li><a>x</a>\n<a>y</a></li>\n<li>z</li>\n</ul>", "<ul><li><a>x</a>\n<a>y</a><li>z</ul>"),
        ("<td><p>x</p></td></tr></tbody></table>", "<td><p>x</table>"),
        ("<p>x</p> y", "<p>x</p> y"),
        ('<script>a = "<p>&#34;</p>\n<p>"</script>', '<script>a = "<p>&#34;</p>\n<p>"</script>'),
    ],
)
def test_markup_means_the_same(written: str, kept: str):
    assert lean.markup(written) == kept
