import type { Words } from "../words/use-words.ts";
import type { Column } from "./columns.ts";
import { EngagementLink } from "./EngagementLink.tsx";
import { Mrl } from "./Mrl.tsx";
import { Providers } from "./Providers.tsx";
import { RecordLink } from "./RecordLink.tsx";
import { NotAvailable, Synthetic } from "./Status.tsx";
import type { Transfer } from "./transfer-cells.ts";

/** The columns of technology transfers, which begin with the manufacturer or, on its own page, with the technology. */
export function transferColumns(t: Words, hasManufacturers: boolean): Column<Transfer>[] {
	const manufacturer: Column<Transfer> = {
		id: "manufacturer",
		head: t("trace.manufacturer"),
		width: 2,
		value: ({ sme }) => sme?.name,
		cell: ({ sme }) =>
			sme && (
				<>
					<RecordLink type="Sme" id={sme.id}>
						{sme.name}
					</RecordLink>{" "}
					{sme.synthetic && <Synthetic />}
				</>
			),
	};
	const technology: Column<Transfer> = {
		id: "technology",
		head: t("transfer.technology"),
		width: 2,
		value: ({ technology }) => technology?.name,
		cell: ({ technology }) =>
			technology ? (
				<RecordLink type="Technology" id={technology.id}>
					{technology.name}
				</RecordLink>
			) : (
				<NotAvailable reason={t("trace.not-stated")} />
			),
	};
	return [
		hasManufacturers ? manufacturer : technology,
		{
			id: "mrl",
			head: t("transfer.mrl"),
			width: 2,
			value: ({ mrlTo, mrlFrom }) => mrlTo ?? mrlFrom,
			cell: ({ mrlFrom, mrlTo }) =>
				mrlFrom === null && mrlTo === null ? (
					<NotAvailable reason={t("trace.not-stated")} />
				) : (
					<Mrl from={mrlFrom} to={mrlTo} />
				),
		},
		{
			id: "instrument",
			head: t("transfer.instrument"),
			width: 1.4,
			value: ({ instrument }) => instrument,
			cell: ({ instrument }) =>
				instrument ? (
					t(`instrument.${instrument}`)
				) : (
					<NotAvailable reason={t("trace.not-stated")} />
				),
		},
		{
			id: "provider",
			head: t("trace.provider"),
			width: 1.8,
			value: ({ center, institute }) => center?.name ?? institute?.name,
			cell: ({ center, institute }) => <Providers center={center} institute={institute} />,
		},
		{
			id: "started",
			head: t("transfer.started"),
			value: ({ startedOn }) => startedOn,
			cell: ({ startedOn }) =>
				startedOn ? t.date(startedOn) : <NotAvailable reason={t("trace.no-date")} />,
		},
		{
			id: "record",
			head: t("transfer.record"),
			width: 1.6,
			value: ({ id }) => id,
			cell: (one) => <EngagementLink id={one.id}>{one.title ?? t("record.itself")}</EngagementLink>,
		},
	];
}
