/* The least that a window on WebKitGTK can be: one view, an empty page, driven from outside.
   What Requite's own window takes to start and to hold is told as a multiple of this. */
#include <webkit2/webkit2.h>

static WebKitWebView *view;

static WebKitWebView *lend(WebKitAutomationSession *session, gpointer nothing) { return view; }

static void begin(WebKitWebContext *context, WebKitAutomationSession *session, gpointer nothing) {
    g_signal_connect(session, "create-web-view", G_CALLBACK(lend), NULL);
}

int main(int count, char **arguments) {
    gtk_init(&count, &arguments);
    WebKitWebContext *context = webkit_web_context_get_default();
    webkit_web_context_set_automation_allowed(context, TRUE);
    g_signal_connect(context, "automation-started", G_CALLBACK(begin), NULL);
    view = WEBKIT_WEB_VIEW(g_object_new(WEBKIT_TYPE_WEB_VIEW, "web-context", context,
                                        "is-controlled-by-automation", TRUE, NULL));
    GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    gtk_window_set_default_size(GTK_WINDOW(window), 1280, 800);
    g_signal_connect(window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
    g_signal_connect_swapped(view, "close", G_CALLBACK(gtk_widget_destroy), window);
    gtk_container_add(GTK_CONTAINER(window), GTK_WIDGET(view));
    webkit_web_view_load_html(view, "<!doctype html><p>Nothing else.</p>", NULL);
    gtk_widget_show_all(window);
    gtk_main();
    return 0;
}
