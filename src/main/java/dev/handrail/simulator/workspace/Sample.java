package dev.handrail.simulator.workspace;

import java.util.List;

/** The people, teams and channels that every local Slack begins with. */
final class Sample {
    static final List<Person> PEOPLE = List.of(
            new Person("U01ANA", "ana", "Ana Costa", "on call", false),
            new Person("U02BEN", "ben", "Ben Okafor", "on call, second", false),
            new Person("U03MARTA", "marta", "Marta Ruiz", "ERP integration", false),
            new Person("U04DEVI", "devi", "Devi Rao", "payments", false),
            new Person("U05LENA", "lena", "Lena Fischer", "incident lead", false),
            new Person("U06GUS", "gus", "Gus Weber", "guest of the agency", false, true),
            new Person(Workspace.BOT_USER, "handrail", "Handrail", "app", true));

    static final List<UserGroup> GROUPS = List.of(
            new UserGroup("S01ERP", "erp-integration", "ERP integration", List.of("U03MARTA")),
            new UserGroup("S02PAY", "payments", "Payments", List.of("U04DEVI")),
            new UserGroup("S03PLAT", "platform", "Platform", List.of("U01ANA", "U02BEN")));

    static final List<Channel> CHANNELS = List.of(
            Channel.open("C01ORDERS", "order-flows"),
            Channel.open("C02PAYMENTS", "payment-flows"),
            Channel.open("C03JOBS", "platform-jobs"),
            Channel.open("C04COMMERCE", "commerce-alerts"));

    private Sample() {}
}
