import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { GrantListDocument, RevokeGrantDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { postDocument } from "../../graphql/send-document.ts";
import { answerOf } from "../../offline/reply.ts";
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Grants.module.css";
import { aboutOf, type Grant } from "./grants.ts";
import { TextField } from "./TextField.tsx";

/** Revokes a grant after saying what that means and asking why. */
export function RevokeButton({ grant, viewer }: { grant: Grant; viewer: SignedIn }) {
	const t = useWords();
	const client = useQueryClient();
	const [isAsking, setAsking] = useState(false);
	const [isBusy, setBusy] = useState(false);
	const [reason, setReason] = useState("");
	const [problem, setProblem] = useState("");
	const { id, partnerId: partner } = grant;
	const about = aboutOf(grant);
	async function revoke() {
		setBusy(true);
		setProblem("");
		const read = answerOf(await postDocument(RevokeGrantDocument, { id, reason }, viewer));
		setBusy(false);
		if ("refusal" in read) return setProblem(read.refusal);
		if ("failure" in read)
			return setProblem(t(read.failure === "SIGN_IN" ? "grants.signed-out" : "grants.unanswered"));
		setAsking(false);
		await client.invalidateQueries({ queryKey: ask(GrantListDocument, {}).queryKey });
	}
	return (
		<>
			<button type="button" className="action" onClick={() => setAsking(true)}>
				{t("grants.revoke")}
				<span className="unseen"> {about}</span>
			</button>
			{isAsking && (
				<ConfirmDialog
					title={t("grants.revoke.title", { about, partner })}
					action={t("grants.revoke")}
					busy={t("grants.revoking")}
					isBusy={isBusy}
					cancel={t("work.cancel")}
					onConfirm={() => void revoke()}
					onClose={() => setAsking(false)}
				>
					<p>{t("grants.revoke.means", { partner })}</p>
					<TextField
						label={t("grants.revoke.reason")}
						value={reason}
						isRequired
						onChange={setReason}
					/>
					{problem && (
						<p className={look.problem} role="alert">
							{problem}
						</p>
					)}
				</ConfirmDialog>
			)}
		</>
	);
}
