# Adds to a realm's user profile the groups and attributes of user-profile.json that it does not have yet.
# What is there stays as it is. Input: the user profile; $new: user-profile.json, slurped.
def missing_in($there): map(select(.name as $name | $there | all(.name != $name)));

(.groups // []) as $groups
| (.attributes // []) as $attributes
| .groups = $groups + ($new[0].groups | missing_in($groups))
| .attributes = $attributes + ($new[0].attributes | missing_in($attributes))
