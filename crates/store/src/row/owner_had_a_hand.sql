SELECT EXISTS (SELECT 1 FROM op WHERE uid = ?1 AND cause = 'owner');
