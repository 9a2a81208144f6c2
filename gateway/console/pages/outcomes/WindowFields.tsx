import { dayOf } from "../../parts/day.ts";
import { WorkField } from "../../parts/WorkField.tsx";
import { hubNow } from "../../session/session.ts";
import { useWords } from "../../words/use-words.ts";
import { type Draft, type Fault, usualWindows } from "./draft.ts";
import look from "./Outcomes.module.css";

type Props = {
	draft: Draft;
	put: (values: Partial<Draft>) => void;
	faultOf: (field: Fault["field"]) => string | undefined;
};

/** The time for which the client reports: written, or one of the usual ones. */
export function WindowFields({ draft, put, faultOf }: Props) {
	const t = useWords();
	return (
		<fieldset className={look.group}>
			<legend>{t("outcomes.window")}</legend>
			<p className="quiet">{t("outcomes.date.hint")}</p>
			<div className={look.two}>
				{(["windowStart", "windowEnd"] as const).map((name) => (
					<WorkField key={name} label={t(`outcomes.${name}`)} fault={faultOf(name)}>
						{(field) => (
							<input
								{...field}
								type="text"
								autoComplete="off"
								value={draft[name]}
								onChange={({ target }) => put({ [name]: target.value })}
							/>
						)}
					</WorkField>
				))}
			</div>
			<div className={look.actions}>
				{usualWindows(dayOf(hubNow())).map(({ id, windowStart, windowEnd }) => (
					<button
						key={id}
						type="button"
						className="action"
						onClick={() => put({ windowStart, windowEnd })}
					>
						{t(`outcomes.window.${id}`)}
					</button>
				))}
			</div>
		</fieldset>
	);
}
