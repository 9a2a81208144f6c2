import { useQuery } from "@tanstack/react-query";
import { TierRightsDocument, type TierRightsQuery } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { nameText } from "../../parts/place.ts";
import { Sourced } from "../../parts/Sourced.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";

type Tier = NonNullable<TierRightsQuery["institute"]>["tiers"][number];
type Right = "rd_facility_use" | "training_discount";
type Props = { institute: string; right: Right };

function TierRight({ tier, right }: { tier: Tier; right: Right }) {
	const t = useWords();
	const entitlement = tier.entitlements.find((one) => one.right === right);
	if (!entitlement) return <NotAvailable reason={t("trace.not-stated")} />;
	const dues = tier.dues && t.value(tier.dues.amount, tier.dues.currency);
	return (
		<>
			<Sourced name={nameText(t, tier)} source={entitlement.source}>
				{t(`profile.level.${entitlement.level}`)}
			</Sourced>{" "}
			{dues && <span className="quiet">{t("offer.dues", { dues })}</span>}
		</>
	);
}

/** What the tiers of the institute's membership allow in a facility, or give off a course. */
export function RightsPanel({ institute, right }: Props) {
	const t = useWords();
	const query = useQuery(ask(TierRightsDocument, { institute }));
	const title = t("offer.rights", { right: t(`profile.right.${right}`) });
	return (
		<Panel title={title}>
			<Answered name={title} query={query} height={60}>
				{({ institute: known }) =>
					known?.tiers.length ? (
						<Facts>
							{known.tiers.map((tier) => (
								<Fact key={tier.id} name={nameText(t, tier)}>
									<TierRight tier={tier} right={right} />
								</Fact>
							))}
						</Facts>
					) : (
						<p className="quiet">{t("offer.rights.none")}</p>
					)
				}
			</Answered>
		</Panel>
	);
}
