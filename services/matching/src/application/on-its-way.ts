import { along, processing, taking, type EventRecord } from '@jobwire/messaging';

/** Handles one record as a part of its journey, which began with the record where nobody says when. */
export function onItsWay<Result>(
  { event, journey, timestamp }: EventRecord,
  group: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const step = processing(event.topic.name, group, { ...journey, since: journey.since ?? timestamp });
  return taking([step], () => along(step.journey, work));
}
