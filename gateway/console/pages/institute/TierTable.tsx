import { Sourced } from "../../parts/Sourced.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./TierTable.module.css";
import { rightsOf, type Tier } from "./tiers.ts";

type Props = { label: string; tiers: readonly Tier[]; nameOf: (tier: Tier) => string };

/** Rights as rows, tiers as columns; each right of a tier opens onto its source. */
export function TierTable({ label, tiers, nameOf }: Props) {
	const t = useWords();
	return (
		<div className={look.scroller} role="group" aria-label={label} tabIndex={0}>
			<table className={look.table}>
				<thead>
					<tr>
						<th scope="col">{t("profile.tiers.right")}</th>
						{tiers.map((tier) => (
							<th key={tier.id} scope="col">
								{nameOf(tier)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					<tr>
						<th scope="row">{t("profile.tiers.dues")}</th>
						{tiers.map((tier) => (
							<td key={tier.id}>
								{tier.dues ? (
									<Sourced
										name={t("profile.tiers.dues-of", { tier: nameOf(tier) })}
										source={tier.source}
										told={[
											[t("source.printed"), tier.asPrinted],
											[t("source.note"), tier.note],
										]}
									>
										{t.value(tier.dues.amount, tier.dues.currency)}
									</Sourced>
								) : (
									<NotAvailable reason={t("profile.no-source")} />
								)}
							</td>
						))}
					</tr>
					{rightsOf(tiers).map(({ right, levels }) => (
						<tr key={right}>
							<th scope="row">{t.maybe(`profile.right.${right}`, right.replaceAll("_", " "))}</th>
							{tiers.map((tier, index) => {
								const level = levels[index];
								const source = tier.entitlements.find((one) => one.right === right)?.source;
								const words = level && t(`profile.level.${level}`);
								return (
									<td key={tier.id} data-level={level}>
										{words ? (
											<Sourced
												name={t.maybe(`profile.right.${right}`, right.replaceAll("_", " "))}
												source={source ?? tier.source}
											>
												{words}
											</Sourced>
										) : (
											<NotAvailable reason={t("profile.no-source")} />
										)}
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
