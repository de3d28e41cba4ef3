print("goalbook")
