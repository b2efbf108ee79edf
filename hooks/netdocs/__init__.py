"""Pages whose every line of output a real Docker Engine printed.

Cut by subject: `scenario`, `recording`, `lab`, `diagram`, `page`, `site`, `i18n`, `commands`. The first line of each
module ends in what it is: Pure (values in, values out), Effects (labs, files) or Wiring. MkDocs is imported by the
hook files beside this package and nowhere in it. tests/test_layers.py keeps these rules.
"""
