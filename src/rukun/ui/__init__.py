"""The hand of the house: page frames, components, form rendering, pictures and maps.

It stands on the ground floor, knows no room and reads no table. Rooms hand it plain values; it hands back calm pages.
"""
