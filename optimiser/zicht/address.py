"""Which addresses only this computer can reach."""

import ipaddress


def is_loopback(adres: str) -> bool:
    """Tell whether only this computer can reach an address; a name other than localhost may not be.

    >>> [is_loopback(one) for one in ("localhost", "127.0.0.1", "::1", "0.0.0.0", "::", "werk.nl")]
    [True, True, True, False, False, False]
    """
    if adres.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(adres.strip("[]")).is_loopback
    except ValueError:
        return False
