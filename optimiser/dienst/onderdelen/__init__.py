"""What is installed with the program: packages, licences, bill of materials.

==============  ===================================================================
``components``  the packages the program needs, as they are installed here
``licences``    which licences go with EUPL-1.2
``sbom``        the bill of materials, CycloneDX
==============  ===================================================================
"""
