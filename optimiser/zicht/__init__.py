"""Who may see what: workspaces, roles, logins, and the one object that every query asks for.

============== ==================================================================
``werkruimte``  a line of ``werkruimtes.toml``: group, area, role
``zicht``       ``Zicht``, made here and nowhere else
``login``       who comes in through a proxy, and how a proxy proves that it is one
``lock``        what PostgreSQL is told, so that it hides rows by itself
``shared``      how an installation is shared, and who is let in
============== ==================================================================
"""
