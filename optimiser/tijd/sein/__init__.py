"""Early warning (sein): facts about who is behind, and how often such a sign was right before.

============  =================================================================
``facts``     per unit: behind naar rato, needed pace, run, coupling, in words
``measured``  how often the sign was right in the half-years that are known
============  =================================================================

A step of the interventieladder is never computed: provinces differ. It is delivered and set
beside the facts; verschoonbaar freezes it and never lowers a saldo.
"""
