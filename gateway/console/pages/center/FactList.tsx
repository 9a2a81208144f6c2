import type { CenterProfileQuery } from "../../graphql/graphql.ts";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";

type Center = NonNullable<CenterProfileQuery["mepCenter"]>;

/** The network that all MEP centers belong to. */
const NETWORK = "mep-national-network";

/** The facts of a center, one a line. */
export function FactList({ center }: { center: Center }) {
	const t = useWords();
	const { name, state, city, hostOrganization, hostKind, website, note, asOf, source } = center;
	const facts = [
		["name", name],
		["state", t.maybe(`state.${state}`, state)],
		["city", city],
		["host", hostOrganization],
	] as const;
	const told = [[t("source.as-of"), asOf && t.date(asOf)]] as const;
	return (
		<Facts>
			{facts.map(([fact, text]) => (
				<Fact key={fact} name={t(`profile.${fact}`)}>
					{text ? (
						<Sourced name={t(`profile.${fact}`)} source={source} told={told}>
							{text}
						</Sourced>
					) : (
						<NotAvailable reason={t("profile.no-source")} />
					)}
				</Fact>
			))}
			<Fact name={t("profile.host-kind")}>
				{hostKind ? (
					<>
						{t(`profile.host.${hostKind}`)}{" "}
						<span className="quiet">{t("profile.host.derived")}</span>
					</>
				) : (
					<NotAvailable reason={t("profile.host.unknown")} />
				)}
			</Fact>
			<Fact name={t("profile.website")}>
				{website ? (
					<a href={`https://${website}`} rel="noreferrer noopener" target="_blank">
						{website}
					</a>
				) : (
					<NotAvailable reason={t("profile.no-source")} />
				)}
			</Fact>
			{note && (
				<Fact name={t("profile.also-read")}>
					<Sourced name={t("profile.also-read")} source={source} told={told}>
						{note}
					</Sourced>
				</Fact>
			)}
			<Fact name={t("profile.network")}>
				<RecordLink type="Network" id={NETWORK}>
					{t(`network.${NETWORK}`)}
				</RecordLink>
			</Fact>
		</Facts>
	);
}
