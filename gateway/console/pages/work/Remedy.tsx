import { chooseTwin, intend, newVisit } from "../../offline/change.ts";
import { versionsOf } from "../../offline/conflict.ts";
import { refusedFields } from "../../offline/faults.ts";
import { FIELD_NAMES, type FieldName } from "../../offline/fields.ts";
import type { Item, Refusal } from "../../offline/item.ts";
import { change, send } from "../../offline/outbox.ts";
import { hubText } from "../../parts/hub-text.ts";
import { Twins } from "../../parts/Twins.tsx";
import { fieldName } from "../../parts/visit.ts";
import { useWords } from "../../words/use-words.ts";
import { Conflict } from "./Conflict.tsx";
import look from "./Work.module.css";

/** What the hub refused and why, and what its owner can do. */
export function Remedy({ item, refusal }: { item: Item; refusal: Refusal }) {
	const t = useWords();
	const versions = versionsOf(refusal);
	if (item.type === "VISIT" && versions) return <Conflict visit={item} versions={versions} />;
	if (item.type === "MANUFACTURER" && refusal.twins) {
		const choose = async (twin: { id: string; name: string } | "NONE") => {
			await change(item.key, (kept) =>
				kept?.type === "MANUFACTURER" ? chooseTwin(kept, twin, Date.now()) : kept,
			);
			void send(true);
		};
		return (
			<>
				<Twins twins={refusal.twins} onChoose={(sme) => void choose(sme)} />
				<button type="button" className="action" onClick={() => void choose("NONE")}>
					{t("log.sme.none-of-these")}
				</button>
			</>
		);
	}
	const fields = [...refusedFields(refusal)];
	const nameOf = (field: string) =>
		field === "smeId" || (FIELD_NAMES as readonly string[]).includes(field)
			? fieldName(t, field as FieldName)
			: field;
	const again = async () => {
		await change(
			item.key,
			(kept) => kept && intend(kept, kept.type === "VISIT" ? kept.intent : "SUBMIT", Date.now()),
		);
		void send(true);
	};
	const asNew = async () => {
		if (item.type !== "VISIT") return;
		const key = crypto.randomUUID();
		const fresh = newVisit({ key, owner: item.owner, now: Date.now() }, item.typed);
		await change(key, () => intend(fresh, "SUBMIT", Date.now()));
		await change(item.key, () => undefined);
		void send(true);
	};
	return (
		<div className={look.refusal}>
			<p>
				{t(
					`work.refused.${refusal.code === "CONFLICT" || refusal.code === "FORBIDDEN" || refusal.code === "BAD_USER_INPUT" ? refusal.code : "OTHER"}`,
				)}
			</p>
			{fields.length > 0 ? (
				<dl>
					{fields.map(([field, message]) => (
						<div key={field}>
							<dt>{nameOf(field)}</dt>
							<dd>{message}</dd>
						</div>
					))}
				</dl>
			) : (
				<p>{hubText(t, refusal.code, refusal.message)}</p>
			)}
			<div className={look.actions}>
				<button type="button" className="action" onClick={() => void again()}>
					{t("work.again")}
				</button>
				{refusal.code === "CONFLICT" && (
					<button type="button" className="action" onClick={() => void asNew()}>
						{t("work.as-new")}
					</button>
				)}
			</div>
		</div>
	);
}
