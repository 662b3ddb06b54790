SELECT removed = 0 AND automated = 0 AND left_out_of_review = 0 FROM contact WHERE id = ?1;
