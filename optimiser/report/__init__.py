"""Answers to text, tables and documents: bytes and strings, never files.

====================  ============================================================
``optimalisatie``     the summary of an optimised scenario in Dutch lines
``prijzen``           what one person more or less at a limit does, in Dutch
``resultaat``         the answer as plain JSON, with everything a re-check needs
``vergelijking``      keys beside each other as tables: measures, groups, who takes over
``vergelijking_noten``  the remarks and assumptions below them; ``vergelijking_xlsx`` the workbook
``waarom``            why this number, in Dutch sentences
``metingen``            what a map can show per gemeente; ``opkaart`` brings it to today's gemeenten
``kaartstof``           what one map shows; ``kaartbestand`` draws it or makes a layer
``kaartopmaak``         how it is made up; ``kaartklassen`` own classes, ``kaartgebied`` areas
``lrt``                 the kit for the Landelijke Regietafel: slides, paper, workbook, layers
====================  ============================================================
"""
