-- New words wait in a list that is not compressed: with the usual 4 MB the index takes eight times the room.
ALTER INDEX "documents_words" SET (gin_pending_list_limit = 256);
