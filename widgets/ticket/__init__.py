"""The order ticket: text fields become one PlaceOrder, checked before it is sent and answered after."""
