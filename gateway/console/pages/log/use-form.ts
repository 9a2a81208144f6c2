import { useRef, useState } from "react";
import { newVisit, type as typeInto } from "../../offline/change.ts";
import { keepForGood } from "../../offline/device.ts";
import type { Typed } from "../../offline/fields.ts";
import type { Visit } from "../../offline/item.ts";
import { change } from "../../offline/outbox.ts";

/** What is typed, kept on the device at each keystroke. */
export function useForm(key: string, owner: string, visit: Visit | undefined, first: Typed) {
	const [typed, setTyped] = useState<Typed>(visit?.typed ?? first);
	// What is kept later, such as a manufacturer once it is on the disk, adds to what was typed meanwhile.
	const latest = useRef(typed);
	const put = (values: Typed) => {
		const next = { ...latest.current, ...values };
		latest.current = next;
		setTyped(next);
		if (!visit) void keepForGood();
		return change(key, (item) => {
			const now = Date.now();
			// What another tab typed into other fields stays.
			return item?.type === "VISIT"
				? typeInto(item, values, now)
				: newVisit({ key, owner, now }, next);
		});
	};
	return { typed, put };
}
