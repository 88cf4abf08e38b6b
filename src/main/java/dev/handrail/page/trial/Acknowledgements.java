package dev.handrail.page.trial;

/** Whether we hear of what people acknowledge in the services that pages go to. */
public interface Acknowledgements {
    /** Says whether some source of PagerDuty's webhooks proves that PagerDuty says so. */
    boolean comeFromPagerDuty();
}
