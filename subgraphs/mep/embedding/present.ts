import { webSource } from "../../../shared/provenance/provenance.ts";
import type { EmbeddingRow } from "../database/rows.ts";
import type { Embedding, EmbeddingKind } from "./type.ts";

/** Row → API type. */
export function toEmbedding(row: EmbeddingRow): Embedding {
	return {
		id: row.id,
		center: row.center_id ? { id: row.center_id } : null,
		institute: row.institute_id ? { id: row.institute_id } : null,
		kind: row.kind as EmbeddingKind,
		startsOn: row.starts_on,
		endsOn: row.ends_on,
		award: row.award_usd === null ? null : { amount: row.award_usd, currency: "USD" },
		note: row.note,
		asOf: row.as_of,
		asOfWords: row.as_of_words,
		source: webSource(row.source_url, row.read_on),
	};
}
