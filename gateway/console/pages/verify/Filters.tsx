import type { AddressView } from "../../parts/use-address.ts";
import { useWords } from "../../words/use-words.ts";
import { METRICS, ORDERS, STATES } from "./address.ts";
import look from "./Verify.module.css";

/** Which outcomes are listed, and in which order; the address says it. */
export function Filters({ address: { says, say } }: { address: AddressView }) {
	const t = useWords();
	const choices = [
		{
			name: "state",
			value: says.state ?? "WAITING",
			options: Object.keys(STATES).map((id) => ({
				id,
				text: t(`outcomes.state.${id as keyof typeof STATES}`),
			})),
		},
		{
			name: "metric",
			value: says.metric ?? "",
			options: [
				{ id: "", text: t("outcomes.any-metric") },
				...METRICS.map((id) => ({ id, text: t(`trace.metric.${id}`) })),
			],
		},
		{
			name: "order",
			value: says.order ?? "oldest",
			options: Object.keys(ORDERS).map((id) => ({
				id,
				text: t(`outcomes.order.${id as keyof typeof ORDERS}`),
			})),
		},
	] as const;
	return (
		<div className={look.filters}>
			{choices.map(({ name, value, options }) => (
				<label key={name}>
					{t(`outcomes.filter.${name}`)}{" "}
					<select
						value={value}
						onChange={({ target }) => say({ [name]: target.value || undefined })}
					>
						{options.map(({ id, text }) => (
							<option key={id} value={id}>
								{text}
							</option>
						))}
					</select>
				</label>
			))}
		</div>
	);
}
