-- What counts by the engine alone; the owner's corrections are laid on top afterwards.
UPDATE derived_judged SET
    asks = EXISTS (SELECT 1 FROM derived_act AS act
                   WHERE act.interaction = derived_judged.interaction AND act.kind = 'ask'),
    gives = EXISTS (SELECT 1 FROM derived_act AS act
                    WHERE act.interaction = derived_judged.interaction AND act.kind = 'give');
