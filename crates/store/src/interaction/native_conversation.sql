-- One that was taken away still tells where its answers belong.
SELECT conversation.uid
FROM interaction
CROSS JOIN conversation ON conversation.id = interaction.conversation
WHERE interaction.native_id = ?2 AND interaction.native_id <> '' AND interaction.source = ?1
LIMIT 1;
