SELECT shown FROM contact WHERE uid = ?1;
