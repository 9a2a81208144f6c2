import { type FormEvent, useRef, useState } from "react";
import { EndMembershipDocument } from "../../graphql/graphql.ts";
import { NotDone } from "../../graphql/mutate.ts";
import { ownerOf } from "../../offline/item.ts";
import { NotDoneNote } from "../../parts/NotDoneNote.tsx";
import { faultsIn } from "../../parts/not-done-fields.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { useKeyedChange } from "../../parts/use-keyed-change.ts";
import { WorkField } from "../../parts/WorkField.tsx";
import form from "../../parts/WorkForm.module.css";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { type Membership, timeOf } from "./membership-words.ts";

type Props = { membership: Membership; onDone: () => void; onCancel: () => void };

/** When a membership ended, and why. What is typed is kept until it is done. */
export function EndForm({ membership, onDone, onCancel }: Props) {
	const t = useWords();
	const { viewer } = useSession();
	const { id, revision } = membership;
	const owner = viewer ? ownerOf(viewer) : "";
	const first = () => ({ endsOn: "", why: "" });
	const { draft, put, forget } = useDraft(owner, `end ${id}`, first);
	const [isTried, setTried] = useState(false);
	const fields = useRef<HTMLFormElement>(null);
	const end = useKeyedChange(EndMembershipDocument);
	const told = faultsIn(end.error);
	const isConflict = end.error instanceof NotDone && end.error.code === "CONFLICT";
	const endsOn = draft.endsOn.trim();
	const why = draft.why.trim();
	const faultOf = (name: "endsOn" | "reason", value: string) =>
		isTried && value === "" ? t(`memberships.missing.${name}`) : told.get(name);

	async function send(event: FormEvent) {
		event.preventDefault();
		if (end.isPending) return;
		setTried(true);
		if (endsOn === "" || why === "") {
			const [first, second] =
				fields.current?.querySelectorAll<HTMLElement>("input, textarea") ?? [];
			return (endsOn === "" ? first : second)?.focus();
		}
		try {
			await end.send({ id, revision, endsOn, reason: why });
			forget();
			onDone();
		} catch {
			// What is typed stays; the form says why it was not done.
		}
	}
	return (
		<form ref={fields} className={form.form} onSubmit={(event) => void send(event)} noValidate>
			<WorkField
				label={t("memberships.end.on")}
				hint={t("memberships.date.hint")}
				fault={faultOf("endsOn", endsOn)}
			>
				{(attributes) => (
					<input
						{...attributes}
						autoComplete="off"
						inputMode="numeric"
						maxLength={10}
						value={draft.endsOn}
						onChange={({ target }) => put({ endsOn: target.value })}
					/>
				)}
			</WorkField>
			<WorkField label={t("memberships.end.why")} fault={faultOf("reason", why)}>
				{(attributes) => (
					<textarea
						{...attributes}
						rows={2}
						maxLength={1000}
						value={draft.why}
						onChange={({ target }) => put({ why: target.value })}
					/>
				)}
			</WorkField>
			{isConflict && (
				<p role="alert" className={form.fault}>
					{t("memberships.end.conflict", { time: timeOf(t, membership) })}
				</p>
			)}
			{!isConflict && told.size === 0 && <NotDoneNote error={end.error} />}
			<div className={form.actions}>
				<button type="submit" className="action first" aria-disabled={end.isPending}>
					{t(end.isPending ? "memberships.end.busy" : "memberships.end.do")}
				</button>
				<button type="button" className="action" onClick={onCancel}>
					{t("work.cancel")}
				</button>
			</div>
		</form>
	);
}
