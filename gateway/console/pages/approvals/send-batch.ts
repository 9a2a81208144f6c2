import {
	ApproveManyDocument,
	ReturnManyDocument,
	SubmitManyDocument,
} from "../../graphql/graphql.ts";
import { sendDocument } from "../../graphql/send-document.ts";
import type { Sent } from "../../graphql/sent.ts";
import type { SignedIn } from "../../session/states.ts";
import type { Answers, Run } from "./decide.ts";

/** Sends one part of a run. */
export function sendBatch(
	{ move, why }: Run,
	{ key, records }: Run["batches"][number],
	viewer: SignedIn,
): Promise<Sent<Answers>> {
	const { reason, about } = why;
	const said = reason ? { reason } : {};
	if (move === "UNDO") return sendDocument(SubmitManyDocument, { key, records }, viewer);
	if (move === "APPROVE")
		return sendDocument(ApproveManyDocument, { key, records, ...said }, viewer);
	const wholly = reason && about ? { ...said, about } : said;
	return sendDocument(ReturnManyDocument, { key, records, ...wholly }, viewer);
}
