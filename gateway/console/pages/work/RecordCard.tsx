import { useNavigate } from "@tanstack/react-router";
import { visitOfRecord } from "../../offline/change.ts";
import { typedOf } from "../../offline/fields.ts";
import type { Visit } from "../../offline/item.ts";
import { change, send } from "../../offline/outbox.ts";
import { ChangesFold } from "../../parts/ChangesFold.tsx";
import { returnedText, useFieldText } from "../../parts/visit.ts";
import { useWords } from "../../words/use-words.ts";
import type { MyRecord } from "./RecordGroup.tsx";
import { useDuplicate } from "./VisitActions.tsx";
import look from "./Work.module.css";

/** One record at the hub, with why it was returned and what its author can do. */
export function RecordCard({ record, owner }: { record: MyRecord; owner: string }) {
	const t = useWords();
	const text = useFieldText();
	const navigate = useNavigate();
	const duplicate = useDuplicate();
	const { status, kind, startedOn, sme, history, title, practice, institute } = record;
	const returned =
		status === "RETURNED" ? history.findLast(({ action }) => action === "returned") : undefined;
	const name = [sme.name, t(`kind.${kind}`), startedOn && t.date(startedOn)]
		.filter(Boolean)
		.join(" · ");
	const about = [title, practice && text("practice", practice), institute?.name]
		.filter(Boolean)
		.join(" · ");

	const said = {
		by: returned?.by ?? "",
		reason: returned?.reason ?? "",
		about: returned?.about,
	};

	/** Brings it onto the device, where it can be changed and moved without signal. */
	async function take(intent: Visit["intent"]): Promise<string> {
		const key = crypto.randomUUID();
		await change(key, () =>
			visitOfRecord({ key, owner, now: Date.now() }, record, intent, returned && said),
		);
		if (intent !== "KEEP") void send(true);
		return key;
	}
	const open = async () => navigate({ to: "/log", search: { draft: await take("KEEP") } });
	const isOpen = status === "RETURNED" || status === "DRAFT";
	return (
		<article className={look.card} aria-label={name}>
			<p className={look.name}>{name}</p>
			{about && <p className="quiet">{about}</p>}
			{returned && <p className={look.reason}>{returnedText(t, said)}</p>}
			<div className={look.actions}>
				{isOpen && (
					<button type="button" className="action" onClick={() => void open()}>
						{t(status === "RETURNED" ? "work.mend" : "work.open")}
					</button>
				)}
				{status === "SUBMITTED" && (
					<button type="button" className="action" onClick={() => void take("WITHDRAW")}>
						{t("work.take-back")}
					</button>
				)}
				<button type="button" className="action" onClick={() => void duplicate(typedOf(record))}>
					{t("work.duplicate")}
				</button>
				{isOpen && (
					<button type="button" className="action" onClick={() => void take("DISCARD")}>
						{t("work.discard")}
					</button>
				)}
			</div>
			<ChangesFold id={record.id} />
		</article>
	);
}
