import { useQuery } from "@tanstack/react-query";
import { REFERENCE } from "../../parts/visit.ts";
import { useWords } from "../../words/use-words.ts";
import { ChoiceField, type FormProps, TextField } from "./Inputs.tsx";
import look from "./Log.module.css";

const MORE = ["title", "instituteId", "endedOn", "late", "reason"] as const;

/** What few visits need. */
export function MoreFields({ today, ...form }: FormProps & { today: string }) {
	const t = useWords();
	const { data } = useQuery(REFERENCE);
	const { kind, late, reason } = form.typed;
	const isOpen = MORE.some((name) => form.faultOf(name));
	return (
		<details className={look.more} open={isOpen || undefined}>
			<summary>{t("log.more")}</summary>
			{kind !== "EVENT" && <TextField {...form} name="title" />}
			{kind !== "REFERRAL" && (
				<ChoiceField
					{...form}
					name="instituteId"
					none={t("log.none")}
					choices={data?.data.institutes.nodes ?? []}
				/>
			)}
			<TextField {...form} name="endedOn" type="date" max={today} />
			<label className={look.check}>
				<input
					type="checkbox"
					name="late"
					checked={late === "true"}
					onChange={({ target }) => form.put({ late: String(target.checked) })}
				/>
				{t("log.field.late")}
			</label>
			{(late === "true" || reason || form.faultOf("reason")) && (
				<TextField {...form} name="reason" />
			)}
		</details>
	);
}
